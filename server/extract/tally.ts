/** Counts what became of many declarations. */
import type { FiledAnswer } from "@openftz/customs/declaration/file-declaration.ts";
import { formatFixed } from "@openftz/kernel/fraction.ts";
import type { Reply } from "../desk/replies.ts";

/** What became of one request or row. */
export type RowResult =
  | {
      readonly kind: "filed";
      readonly line: number;
      readonly reference: string;
      readonly answer: FiledAnswer;
    }
  | {
      readonly kind: "refused";
      readonly line: number;
      readonly reference: string;
      readonly reason: string;
      readonly detail: string;
    };

/** What became of a request, from its answer. A refusal's reason is short enough to be counted by. */
export const rowResult = (line: number, reference: string, reply: Reply): RowResult => {
  if (reply.kind === "accepted")
    return { kind: "filed", line, reference, answer: reply.answer as FiledAnswer };
  const { title, detail, faults } = reply.problem;
  const [first] = faults;
  const details = faults.map(({ pointer, detail: what }) => `${pointer}: ${what}`);
  const reason = first?.pointer ? `a mistake at ${first.pointer}` : title;
  return { kind: "refused", line, reference, reason, detail: [detail, ...details].join(" ") };
};

/** The summary that `openftz file --json` ends with; duty is CNY with two decimals. */
export type Summary = {
  readonly filed: number;
  readonly refused: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byLane: Readonly<Record<string, number>>;
  readonly duty: string;
  readonly seconds: number;
};

const fenOf = (amount: string): bigint => BigInt(amount.replace(".", ""));

const count = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};

/** See the file's first line. */
export class Tally {
  filed = 0;
  refused = 0;
  readonly reasons = new Map<string, number>();
  readonly holds = new Map<string, number>();
  readonly #status = new Map<string, number>([
    ["released", 0],
    ["held", 0],
  ]);
  readonly #lane = new Map<string, number>([
    ["release", 0],
    ["documents", 0],
    ["inspect", 0],
  ]);
  /** The duty of every item that was assessed, in fen. */
  assessedFen = 0n;
  /** The duty that the declarations owe: less where it is exempt (de minimis), suspended or deferred. In fen. */
  owedFen = 0n;

  /** How many were counted. */
  get rows(): number {
    return this.filed + this.refused;
  }

  /** Counts one. */
  add(result: RowResult): void {
    if (result.kind === "refused") {
      this.refused += 1;
      count(this.reasons, result.reason);
      return;
    }
    const { state, lane, holds, items, taxes } = result.answer;
    this.filed += 1;
    count(this.#status, state);
    count(this.#lane, lane ?? "none");
    for (const { kind } of holds) count(this.holds, kind);
    for (const { duty } of items) this.assessedFen += duty ? fenOf(duty.amount) : 0n;
    this.owedFen += fenOf(taxes.duty);
  }

  /** The summary after some milliseconds. */
  summary(durationMs: number): Summary {
    return {
      filed: this.filed,
      refused: this.refused,
      byStatus: Object.fromEntries(this.#status),
      byLane: Object.fromEntries(this.#lane),
      duty: formatFixed(this.owedFen, 2),
      seconds: Math.round(durationMs / 100) / 10,
    };
  }
}
