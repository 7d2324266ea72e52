/** An export of a running server. What it sends is verified here, entry by entry. */

import { type Place, verifiedAt } from "../export/export-format.ts";
import type { ExportSource } from "../export/export-source.ts";
import type { KeyFile } from "../export/key-file.ts";
import { refusal } from "./exit.ts";
import { getText, openAnswer, serverUrl, silent } from "./remote-link.ts";

/** The source behind a server's address; the token belongs to an administrator. */
export const remoteExport = (server: string, token: string | undefined): ExportSource => {
  const api = `${serverUrl(server)}/api/v1`;
  const json = async <Value>(path: string): Promise<Value> =>
    JSON.parse(await getText(`${api}/${path}`, token)) as Value;
  return {
    at: async (position) => verifiedAt(await json<Place>(`export/place?position=${position}`)),
    end: async () => (await json<{ readonly durable: number }>("status")).durable,
    frames: (from, to) => streamed(`${api}/export/entries?from=${from}&to=${to}`, token),
    files: async () => (await json<{ readonly files: readonly string[] }>("export/files")).files,
    file: async (hash) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of streamed(`${api}/files/${hash}`, token)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    keys: async (passphrase) => {
      const url = `${api}/export/keys`;
      const response = await openAnswer(url, token, { passphrase });
      const made = (await response.json()) as { readonly count: number; readonly file: KeyFile };
      if (made.file?.form !== "openftz-keys/1")
        throw refusal(`${url} answered something else than keys.`, "Check the address.");
      return made;
    },
    checkpoint: async ({ position }) => getText(`${api}/checkpoint?size=${position}`, token),
  };
};

/** The body of an answer as it arrives. @throws CommandFault when the line is cut */
async function* streamed(url: string, token: string | undefined): AsyncGenerator<Uint8Array> {
  const response = await openAnswer(url, token);
  try {
    for await (const chunk of response.body ?? []) yield chunk;
  } catch (error) {
    throw silent(url, error as Error);
  }
}
