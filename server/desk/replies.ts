/** What a desk is asked and what it answers. */
import { hash as digest } from "node:crypto";
import type { Command, Written } from "@openftz/customs/define/command.ts";
import { type Problem, problem } from "@openftz/customs/define/problem.ts";
import type { Need, Records } from "@openftz/customs/define/record.ts";
import type { CustomsLaw } from "@openftz/customs/law/law.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import { canonicalJson, type Json } from "@openftz/kernel/json.ts";
import type { Bound } from "./references.ts";
import type { ReadRequest } from "./requests.ts";

/** A request on its way: which command, by whom, and its bytes as they arrived. */
export type Submission = { readonly command: string; readonly actor: string; readonly bytes: Uint8Array };

/** What became of it. `repeated` is true when the reference was bound before and this is the same answer again. */
export type Reply =
  | {
      readonly kind: "accepted";
      readonly position: number;
      readonly repeated: boolean;
      readonly answer: object;
    }
  | { readonly kind: "refused"; readonly problem: Problem };

/** A request whose turn has not come. */
export type Waiting = {
  readonly command: Command<never, object, CustomsLaw>;
  readonly actor: string;
  readonly request: ReadRequest;
  readonly reference: { readonly scope: string; readonly text: string; readonly hash: string } | undefined;
  /** What the store knows of the reference; undefined when it knows nothing, or was not asked yet. */
  readonly bound: Bound | undefined;
  readonly lookedUp: boolean;
  readonly answer: (reply: Reply) => void;
};

/** A refusal as a reply. */
export const refused = (why: Problem): Reply => ({ kind: "refused", problem: why });

/** Refused because the store is away: nothing was carried out. */
export const tryAgain = (): Problem =>
  problem(
    "try-again",
    "The records cannot be written at the moment; nothing was carried out.",
    "Send the same request again in a few seconds.",
  );

/** Entries as `answer` reads them: each command knows the bodies it wrote. */
export const asWritten = (entries: readonly Entry[]): readonly Written[] =>
  entries as unknown as readonly Written[];

/** The hash by which a request's bytes are known again. */
export const hashOf = (bytes: Uint8Array): string => digest("sha256", bytes, "hex");

/** The same bytes, or the same content in another spelling, where one of the entries keeps the request. */
export const isSameRequest = (
  { command, reference, request }: Waiting,
  entries: readonly Entry[],
): boolean => {
  const [first] = entries;
  if (first?.command !== command.name) return false;
  if (first.reference?.hash === reference?.hash) return true;
  const earlier = entries.map(({ body }) => (body as { request?: Json }).request).find(Boolean);
  return earlier !== undefined && canonicalJson(earlier) === canonicalJson(request.value as Json);
};

/** The reference belongs to something else. */
export const reusedProblem = ({ reference }: Waiting): Problem =>
  problem(
    "reference-reused",
    `The reference ${reference!.text} is bound to a request with other content.`,
    "Choose a new reference for the new content; to see the first answer, send the first content again.",
    [{ pointer: "/reference", detail: "It was used before, for something else." }],
  );

/** Those of the needs that must be on record and are not. */
export const absentOf = (needs: readonly Need[], records: Records): readonly Need[] =>
  needs.filter(({ kind, id, pointer }) => pointer !== undefined && records.find(kind, id) === undefined);

/** Names everything that a request rests on and that is not on record. */
export const absentProblem = (absent: readonly Need[]): Problem =>
  problem(
    "invalid-request",
    absent.length === 1
      ? "What the request names is not on record."
      : "Some of what the request names is not on record.",
    "Correct the numbers named here, or have them registered first.",
    absent.map(({ kind, id, pointer }) => ({ pointer: pointer!, detail: `There is no ${kind.kind} ${id}.` })),
  );
