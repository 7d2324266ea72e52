/** Files requests of `declaration.file` from JSON: one, an array, or one on each line. */
import { submitPatiently } from "../extract/patient.ts";
import { inPool } from "../extract/pool.ts";
import { rowResult, Tally } from "../extract/tally.ts";
import { EXIT, wrongUse } from "./exit.ts";
import { conclude, type Filing } from "./file.ts";
import { answer, progress, tell } from "./io.ts";
import { type Link, problemLines } from "./link.ts";
import { asText } from "./words.ts";

const AT_ONCE = 64;
const COMMAND = "declaration.file";

type Request = { readonly line: number; readonly value: object };

/** See the file's first line. One request is answered with its own answer, several with a summary. */
export const fileRequests = async (link: Link, bytes: Uint8Array, filing: Filing): Promise<number> => {
  const requests = readRequests(bytes);
  const only = requests.length === 1 ? requests[0] : undefined;
  return only ? fileOne(link, only, filing) : fileMany(link, requests, filing);
};

const fileOne = async (
  link: Link,
  { line, value }: Request,
  { given, io, report }: Filing,
): Promise<number> => {
  const reply = await submitPatiently(link, COMMAND, value);
  await report.add(rowResult(line, referenceIn(value), reply));
  if (reply.kind === "accepted") {
    await answer(io, given.is("json"), reply.answer, asText(reply.answer));
    return EXIT.ok;
  }
  if (given.is("json")) await answer(io, true, { problem: reply.problem }, "");
  await tell(io, `Refused: ${problemLines(reply.problem)}`);
  return EXIT.refused;
};

const fileMany = async (link: Link, requests: readonly Request[], filing: Filing): Promise<number> => {
  const began = Date.now();
  const tally = new Tally();
  const say = progress(filing.io);
  await inPool(requests, AT_ONCE, async ({ line, value }) => {
    const reply = await submitPatiently(link, COMMAND, value);
    const result = rowResult(line, referenceIn(value), reply);
    tally.add(result);
    await filing.report.add(result);
    if (result.kind === "refused")
      await tell(filing.io, `${result.reference || `line ${line}`} is refused: ${result.detail}`);
    say(() => `  ${tally.rows} of ${requests.length}`);
  });
  await conclude(filing, tally, began);
  return tally.refused > 0 ? EXIT.refused : EXIT.ok;
};

const referenceIn = (value: object): string => String((value as { reference?: unknown }).reference ?? "");

/** The requests of a text: one JSON value, or one on each line. @throws CommandFault */
export const readRequests = (bytes: Uint8Array): readonly Request[] => {
  const text = Buffer.from(bytes)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const whole = tryJson(text);
  if (Array.isArray(whole)) return whole.map((value: unknown, index) => asRequest(value, index + 1));
  if (whole !== undefined) return [asRequest(whole, 1)];
  const lines = text.split("\n");
  const requests = lines.flatMap((line, index) =>
    line.trim() === "" ? [] : [asRequest(tryJson(line), index + 1)],
  );
  if (requests.length === 0)
    throw wrongUse("There is no request.", "Give a JSON object, an array, or one object a line.");
  return requests;
};

const tryJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const asRequest = (value: unknown, line: number): Request => {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { line, value };
  throw wrongUse(`Line ${line} is no JSON object.`, "Give one JSON object a line, or an array of objects.");
};
