/** A link to an installation behind a server: the same requests over HTTP, with the token of an account. */
import type { Problem } from "@openftz/customs/define/problem.ts";
import type { Found } from "../desk/ask.ts";
import type { Reply } from "../desk/replies.ts";
import { refusal, unreachable, wrongUse } from "./exit.ts";
import { bytesOf, type Link, type Paging } from "./link.ts";

type Answer = { readonly ok: boolean; readonly body: Record<string, unknown> };

/** The server's address without a slash at the end. @throws CommandFault */
export const serverUrl = (text: string): string => {
  const url = URL.parse(text);
  if (url && (url.protocol === "http:" || url.protocol === "https:")) return url.href.replace(/\/$/, "");
  throw wrongUse(`--server is "${text}".`, "Give an address such as http://127.0.0.1:7070.");
};

/** Sends one request and reads the JSON of its answer. @throws CommandFault when nobody answers. */
export const send = async (
  url: string,
  init: { readonly method: string; readonly headers?: Record<string, string>; readonly body?: Uint8Array },
): Promise<Answer & { readonly headers: Headers }> => {
  let response: Response;
  try {
    const { body, ...rest } = init;
    response = await fetch(url, { ...rest, redirect: "error", ...(body && { body: Buffer.from(body) }) });
  } catch (error) {
    throw silent(url, error as Error);
  }
  const text = await response.text();
  try {
    const body = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { ok: response.ok, body, headers: response.headers };
  } catch {
    throw unreachable(`${url} answered ${response.status}, and not as OpenFTZ does.`, "Check the address.");
  }
};

/** The text of an answer. @throws CommandFault when nobody answers, or the answer is a problem */
export const getText = async (url: string, token: string | undefined): Promise<string> => {
  const response = await openAnswer(url, token);
  return response.text().catch((error: Error) => {
    throw silent(url, error);
  });
};

/** An answer whose body is still to be read; with a value it is sent as JSON. @throws CommandFault as above */
export const openAnswer = async (
  url: string,
  token: string | undefined,
  value?: object,
): Promise<Response> => {
  const headers: Record<string, string> = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(value && { "content-type": "application/json" }),
  };
  const asked = value ? { method: "POST", body: Buffer.from(bytesOf(value)) } : {};
  const response = await fetch(url, { redirect: "error", headers, ...asked }).catch((error: Error) => {
    throw silent(url, error);
  });
  if (response.ok) return response;
  const { detail, next, status } = await readProblem(response, url);
  if (status === 503 || status === 429) throw unreachable(detail, next);
  const stranger = !token && (status === 404 || status === 401);
  throw refusal(
    detail,
    stranger
      ? "Put the token of an account that may do this into OPENFTZ_TOKEN (openftz admin token)."
      : next,
  );
};

/** The problem that an answer holds. @throws CommandFault when it is none of ours */
export const readProblem = async (response: Response, url: string): Promise<Problem> => {
  try {
    return (await response.json()) as Problem;
  } catch {
    throw unreachable(`${url} answered ${response.status}, and not as OpenFTZ does.`, "Check the address.");
  }
};

/** Nobody answers at an address. */
export const silent = (url: string, { cause, message }: Error): Error =>
  unreachable(
    `${new URL(url).origin} does not answer (${cause instanceof Error ? cause.message || cause.name : message}).`,
    "Check the address, and that openftz start runs there.",
  );

/** A link to a server; `token` belongs to the account that acts. */
export const remoteLink = (server: string, token: string | undefined): Link => {
  const base = serverUrl(server);
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const headers = { ...authorization, "content-type": "application/json" };
  const call = async (path: string, method: string, body: Uint8Array): Promise<Answer> =>
    send(`${base}/api/v1/${path}`, { method, headers, body });
  const problemIn = (body: Record<string, unknown>): Problem => {
    const problem = body as unknown as Problem;
    if (token || (problem.status !== 404 && problem.status !== 401)) return problem;
    return {
      ...problem,
      next: "Put the token of an account that may do this into OPENFTZ_TOKEN (openftz admin token).",
    };
  };
  return {
    where: base,
    submit: async (command, bytes): Promise<Reply> => {
      const { ok, body } = await call(command.replace(".", "/"), "POST", bytes);
      if (!ok) return { kind: "refused", problem: problemIn(body) };
      const { repeated, ...answer } = body;
      return { kind: "accepted", position: Number(answer.position), repeated: repeated === true, answer };
    },
    ask: async (query, request, paging = {}): Promise<Found> => {
      const { ok, body } = await call(
        `${query.replace(".", "/")}${parameters(paging)}`,
        "POST",
        bytesOf(request),
      );
      if (!ok) return { kind: "refused", problem: problemIn(body) };
      return "rows" in body && "next" in body
        ? ({ kind: "rows", ...body } as Found)
        : { kind: "answer", answer: body };
    },
    keepFile: async (bytes) => {
      const { ok, body } = await call("files", "PUT", bytes);
      if (ok) return String(body.hash);
      const { detail, next } = problemIn(body);
      throw refusal(`The file was not taken: ${detail}`, next);
    },
    close: async () => {},
  };
};

const parameters = (paging: Paging): string => {
  const given = Object.entries(paging).map(([name, value]): [string, string] => [name, String(value)]);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
};
