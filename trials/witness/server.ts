/** The witness over HTTP: `POST /add-checkpoint`, and nothing else. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Witness } from "./witness.ts";

const MOST_BYTES = 64 * 1024;

/** A witness that listens. */
export type WitnessServer = { readonly url: string; readonly close: () => Promise<void> };

/** Starts listening on loopback. */
export const serveWitness = async (witness: Witness, port: number): Promise<WitnessServer> => {
  const server = createServer(async (request, response) => {
    const {
      status,
      text,
      type = "text/plain; charset=utf-8",
    } = await answerTo(witness, request).catch(
      (error: Error): Answer => ({ status: 500, text: `${error.message}\n` }),
    );
    response.writeHead(status, { "content-type": type }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${bound}`, close };
};

const answerTo = async (witness: Witness, request: IncomingMessage): Promise<Answer> => {
  if (request.method !== "POST" || request.url !== "/add-checkpoint")
    return { status: 404, text: "POST /add-checkpoint\n" };
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return { status: 413, text: "Too long.\n" };
    chunks.push(chunk);
  }
  return witness.add(Buffer.concat(chunks).toString("utf8"));
};
