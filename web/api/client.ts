/** Talks HTTP to the server that served the page. Every answer is either what was asked for or a `Refused`. */
import type { Role } from "@openftz/customs/define/actor.ts";
import type { Problem } from "@openftz/customs/define/problem.ts";
import type {
  CommandAnswer,
  CommandName,
  CommandRequest,
  ListName,
  ListRequest,
  ListRow,
  LookAnswer,
  LookName,
  LookRequest,
  Page,
  Session,
  Start,
} from "./types.ts";
import { noteBusy, noteWrite, writtenPosition } from "./written.ts";

const BASE = "/api/v1";

/** Told to the window when an answer says that the session has ended. */
export const SIGNED_OUT = "openftz:signed-out";

/** The server said no, or could not be reached (`status` 503, nothing was carried out as far as we know). */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = "Refused";
    this.problem = problem;
  }
}

/** Made here, because nobody answered. Pages show their own words for it. */
const unreachable = (): Problem => ({
  type: "https://openftz.org/problems/unreachable",
  status: 503,
  title: "The server cannot be reached",
  detail: "",
  next: "",
  faults: [],
});

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "title" in body && "faults" in body;

const ask = async (method: string, path: string, request?: object): Promise<unknown> => {
  const done = noteBusy();
  try {
    const response = await fetch(`${BASE}${path}`, {
      method,
      headers: { accept: "application/json", ...(request && { "content-type": "application/json" }) },
      ...(request && { body: JSON.stringify(request) }),
      credentials: "same-origin",
    }).catch(() => {
      throw new Refused(unreachable());
    });
    const text = await response.text();
    const body: unknown = text === "" ? {} : safeJson(text);
    if (response.ok) return body;
    if ((response.status === 401 || response.status === 404) && path !== "/session")
      void findOutWhetherSignedOut();
    throw new Refused(isProblem(body) ? body : { ...unreachable(), status: response.status });
  } finally {
    done();
  }
};

let believedSignedIn = false;

/** A stranger is told "nothing here" for everything, so whoever was signed in looks once whether that still holds. */
const findOutWhetherSignedOut = async (): Promise<void> => {
  if (!believedSignedIn) return;
  believedSignedIn = false;
  try {
    await whoIsIt();
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) dispatchEvent(new Event(SIGNED_OUT));
    else believedSignedIn = true;
  }
};

const safeJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

const pathOf = (name: string): string => `/${name.replace(".", "/")}`;

const queryOf = (fields: object): string => {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  return pairs.length === 0
    ? ""
    : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
};

/** Carries out a command. */
export const call = async <Name extends CommandName>(
  name: Name,
  request: CommandRequest<Name>,
): Promise<CommandAnswer<Name>> => {
  const answer = (await ask("POST", pathOf(name), request as object)) as CommandAnswer<Name>;
  noteWrite(answer.position);
  return answer;
};

/** One page of a list, at least as new as what this browser wrote last. */
export const list = async <Name extends ListName>(
  name: Name,
  request: ListRequest<Name>,
  page: { readonly cursor?: string | undefined; readonly limit?: number } = {},
): Promise<Page<ListRow<Name>>> => {
  const after = writtenPosition() || undefined;
  return (await ask("GET", pathOf(name) + queryOf({ ...(request as object), ...page, after }))) as Page<
    ListRow<Name>
  >;
};

/** A look at records; `asOf` is a position or a day. */
export const look = async <Name extends LookName>(
  name: Name,
  request: LookRequest<Name>,
  asOf?: string,
): Promise<LookAnswer<Name>> =>
  (await ask("GET", pathOf(name) + queryOf({ ...(request as object), asOf }))) as LookAnswer<Name>;

/** The same with a request that has parts of its own. */
export const lookWith = async <Name extends LookName>(
  name: Name,
  request: LookRequest<Name>,
): Promise<LookAnswer<Name>> => (await ask("POST", pathOf(name), request as object)) as LookAnswer<Name>;

const asSession = (answer: unknown): Session => {
  believedSignedIn = true;
  return answer as Session;
};

export const signIn = async (account: string, password: string): Promise<Session> =>
  asSession(await ask("POST", "/session", { account, password }));
export const whoIsIt = async (): Promise<Session> => asSession(await ask("GET", "/session"));
export const signOut = async (): Promise<void> => {
  believedSignedIn = false;
  await ask("DELETE", "/session");
};

/** Which roles an act belongs to, by the act's name; the server's own table. */
export const authority = async (): Promise<ReadonlyMap<string, readonly Role[]>> => {
  const { acts } = (await ask("GET", "/authority")) as {
    acts: readonly { name: string; by: readonly Role[] }[];
  };
  return new Map(acts.map(({ name, by }) => [name, by]));
};
export const start = async (): Promise<Start> => (await ask("GET", "/start")) as Start;
