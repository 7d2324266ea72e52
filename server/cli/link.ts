/** The way to an installation: one in this process, or one behind a server. Commands cannot tell which. */
import type { Problem } from "@openftz/customs/define/problem.ts";
import type { Found, Question } from "../desk/ask.ts";
import type { Reply } from "../desk/replies.ts";
import type { Installation } from "../installation.ts";
import { wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import type { Io } from "./io.ts";
import { dataPlace, openInstallation, openStoreFor } from "./local.ts";

/** What a question may carry besides the request. */
export type Paging = Omit<Question, "query" | "actor" | "request">;

/** See the file's first line. */
export type Link = {
  /** Where the installation is, for people. */
  readonly where: string;
  /** The installation itself, where it is in this process. */
  readonly installation?: Installation;
  readonly submit: (command: string, bytes: Uint8Array) => Promise<Reply>;
  readonly ask: (query: string, request: object, paging?: Paging) => Promise<Found>;
  /** Keeps a file beside the journal and tells its hash. */
  readonly keepFile: (bytes: Uint8Array) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** A request as the bytes that travel. */
export const bytesOf = (request: object): Uint8Array => Buffer.from(JSON.stringify(request));

/** Submits a request that is at hand as a value. */
export const submitValue = (link: Link, command: string, request: object): Promise<Reply> =>
  link.submit(command, bytesOf(request));

/** Every fault of a problem as lines for people. */
export const problemLines = ({ detail, next, faults }: Problem): string =>
  [
    detail,
    ...faults.map(
      ({ pointer, detail: what, try: tries }) =>
        `  ${pointer || "(the whole)"}: ${what}${tries?.length ? ` Try: ${tries.join(", ")}` : ""}`,
    ),
    `  Next: ${next}`,
  ].join("\n");

/** Who acts on a local folder when nobody is named: the installation itself, which its owner has at hand anyway. */
export const ITSELF = "installation";

/** A link to an installation in this process, acting as an account. Closing it closes the installation. */
export const localLink = (installation: Installation, actor: string, where: string): Link => ({
  where,
  installation,
  submit: (command, bytes) => installation.submit({ command, actor, bytes }),
  ask: (query, request, paging) =>
    installation.ask({ query, actor, request, after: installation.status().durable, ...paging }),
  keepFile: (bytes) => installation.keepFile(bytes),
  close: () => installation.close(),
});

/** Opens the link that a command line names: `--server`, else the folder. @throws CommandFault */
export const openLink = async (given: Given, io: Io): Promise<Link> => {
  const server = given.text("server");
  if (server !== undefined) {
    for (const name of ["data", "as"])
      if (given.is(name)) throw wrongUse(`--${name} means nothing with --server.`, "Use one of the two.");
    const { remoteLink } = await import("./remote-link.ts");
    return remoteLink(server, io.env.OPENFTZ_TOKEN);
  }
  const store = await openStoreFor(given, io);
  const installation = await openInstallation({ store, verifyInBackground: false });
  return localLink(installation, given.text("as") ?? ITSELF, dataPlace(given, io));
};

/** Opens the link, works, and closes it whatever happens. */
export const withLink = async <Result>(
  given: Given,
  io: Io,
  work: (link: Link) => Promise<Result>,
): Promise<Result> => {
  const link = await openLink(given, io);
  try {
    return await work(link);
  } finally {
    await link.close();
  }
};
