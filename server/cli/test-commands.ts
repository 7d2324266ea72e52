/** Commands run as the bin runs them, and what the start page says, for tests beside real servers. */
import { main } from "./main.ts";
import { testIo } from "./test-io.ts";
import type { Ran, TestServer } from "./test-process.ts";

/** A command run in this process, as the bin runs it; what it shares with the servers is only the folder or the network. */
export const openftz = async (
  argv: readonly string[],
  { input = "", env = {} }: { readonly input?: string; readonly env?: Record<string, string> } = {},
): Promise<Ran> => {
  const { io, out, err } = testIo(input, { ...process.env, OPENFTZ_DATABASE_URL: "", ...env });
  const code = await main(argv, io);
  return { code, out: out(), err: err() };
};

/** The start page's figures. */
export const startPage = async ({ url }: TestServer) =>
  (await (await fetch(`${url}/api/v1/start`)).json()) as {
    today: string;
    sampleAccounts?: { account: string }[];
  };
