/** Makes a token at a running server, signed in with the account's password: a token cannot make tokens. */
import { refusal, wrongUse } from "./exit.ts";
import type { Io } from "./io.ts";
import { bytesOf } from "./link.ts";
import { send, serverUrl } from "./remote-link.ts";

type Made = { readonly id: string; readonly token: string };

/** Signs in, makes the token, signs out. @throws CommandFault */
export const remoteToken = async (server: string, io: Io, account: string, label: string): Promise<Made> => {
  const password = io.env.OPENFTZ_PASSWORD;
  if (password === undefined)
    throw wrongUse("There is no password.", `Put the password of ${account} into OPENFTZ_PASSWORD.`);
  const base = serverUrl(server);
  const origin = new URL(base).origin;
  const call = async (path: string, method: string, cookie: string, body?: object) => {
    const headers: Record<string, string> = {
      origin,
      ...(cookie && { cookie }),
      ...(body && { "content-type": "application/json" }),
    };
    const answer = await send(`${base}/api/v1/${path}`, {
      method,
      headers,
      ...(body && { body: bytesOf(body) }),
    });
    if (!answer.ok) throw refusal(String(answer.body.detail), String(answer.body.next), answer.body);
    return answer;
  };
  const signedIn = await call("session", "POST", "", { account, password });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { body } = await call("tokens", "POST", cookie, { label });
  await call("session", "DELETE", cookie);
  return { id: String(body.id), token: String(body.token) };
};
