/** Imports an extract: registers what its rows rest on, then files each row; every row ends filed or refused. */
import type { Link } from "../cli/link.ts";
import type { Reply } from "../desk/replies.ts";
import { type KcsRow, kcsRequest, referenceOf, sixDigits } from "./kcs.ts";
import { submitPatiently } from "./patient.ts";
import { inPool } from "./pool.ts";
import { giveMandate, type Registered, register } from "./registrar.ts";
import { type RowResult, rowResult, Tally } from "./tally.ts";

const AT_ONCE = 64;

/** What an import is told on the way. */
export type ExtractEvents = {
  readonly onRegistering?: (done: number, of: number) => void;
  readonly onRow?: (result: RowResult, done: number, of: number) => void | Promise<void>;
};

/** What an import came to. */
export type ExtractOutcome = {
  readonly tally: Tally;
  readonly registered: Registered;
};

/** See the file's first line. */
export const importExtract = async (
  link: Link,
  rows: readonly KcsRow[],
  { onRegistering, onRow }: ExtractEvents = {},
): Promise<ExtractOutcome> => {
  const registered = await register(link, rows, onRegistering ?? (() => {}));
  const complete = completer(link);
  const tally = new Tally();
  await inPool(rows, AT_ONCE, async (row) => {
    const commodity = await complete(sixDigits(row), row.Date);
    const result = await fileRow(link, row, commodity);
    tally.add(result);
    await onRow?.(result, tally.rows, rows.length);
  });
  return { tally, registered };
};

const fileRow = async (link: Link, row: KcsRow, commodity: string | undefined): Promise<RowResult> => {
  const made = kcsRequest(row, commodity);
  if (made.kind === "refused") return { line: row.line, reference: referenceOf(row), ...made };
  let reply = await submitPatiently(link, "declaration.import", made.request);
  if (lacksMandate(reply)) {
    await giveMandate(link, row);
    reply = await submitPatiently(link, "declaration.import", made.request);
  }
  return rowResult(row.line, referenceOf(row), reply);
};

const lacksMandate = (reply: Reply): boolean =>
  reply.kind === "refused" &&
  reply.problem.faults.some(
    ({ pointer, detail }) => pointer === "/declarant" && detail.includes("no mandate"),
  );

/** Completes six digits to the first line under them in the tariff of the day; asked once for each pair. */
const completer = (link: Link) => {
  const known = new Map<string, Promise<string | undefined>>();
  const ask = async (digits: string, day: string): Promise<string | undefined> => {
    const found = await link.ask("tariff.search", { text: digits, day });
    if (found.kind !== "answer") return undefined;
    return (found.answer as { lines: readonly { code: string }[] }).lines[0]?.code;
  };
  return (digits: string, day: string): Promise<string | undefined> => {
    const key = `${digits}/${day}`;
    let code = known.get(key);
    if (!code) {
      code = ask(digits, day);
      known.set(key, code);
    }
    return code;
  };
};
