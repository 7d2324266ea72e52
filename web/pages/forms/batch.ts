/** The list that declares slips together: all that went, less what returned, line by line. */
import type { DECLARES as Rules } from "@openftz/customs/bonded-list/movements.ts";
import type { CommandRequest, LookAnswer } from "../../api/types.ts";
import { countOf, textOf } from "../../shared/decimal.ts";
import { filled } from "../../shared/lacks.ts";
import { seqOf } from "../declare-list/form.ts";

/** A stock slip. */
export type Slip = LookAnswer<"stock-slip.show">;

type Request = CommandRequest<"bonded-list.declare">;
type SlipLine = Slip["lines"][number];

export type BatchLine = Omit<SlipLine, "hs8" | "changes" | "usd">;

export type Batch = {
  readonly slips: readonly string[];
  readonly lines: readonly BatchLine[];
  /** Slips that went, but whose return still waits at the gate. */
  readonly left: readonly string[];
  /** More slips went than one list takes. */
  readonly more: boolean;
};

const MOST_SLIPS = 300;

type Rule = (typeof Rules)["batch-to-inland"];

/** The server's table once more; the compiler holds it equal to the server's. */
const DECLARES: Rule = { bonded: "must", transit: "never", "tax-paid": "may", "non-bonded": "may" };

/** Whether a batch of this status needs a declaration. */
export const declares = (status: Slip["status"]): boolean => DECLARES[status] === "must";

const QUANTITIES = ["declared", "lawful", "second", "netMassKg", "grossMassKg"] as const;

/** A line of the book in one currency: values of several currencies cannot be added. */
const keyOf = ({ line, value }: SlipLine): string => `${line} ${value.currency}`;

const added = (sum: BatchLine | undefined, line: SlipLine, sign: 1n | -1n): BatchLine => {
  const add = (before: string | undefined, more: string | undefined): string =>
    textOf(countOf(before ?? "0") + sign * countOf(more ?? "0"));
  // A sum can be below nothing only while a return stands before what went; returns are added last.
  const quantities = QUANTITIES.filter((name) => name !== "second" || line.second !== undefined);
  return {
    line: line.line,
    ...(Object.fromEntries(quantities.map((name) => [name, add(sum?.[name], line[name])])) as Pick<
      BatchLine,
      (typeof QUANTITIES)[number]
    >),
    value: { amount: add(sum?.value.amount, line.value.amount), currency: line.value.currency },
  };
};

/** What the slips come to; lines of which everything returned are left out. */
const sums = (slips: readonly Slip[]): readonly BatchLine[] => {
  const found = new Map<string, BatchLine>();
  const inOrder = [
    ...slips.filter(({ kind }) => kind === "go"),
    ...slips.filter(({ kind }) => kind !== "go"),
  ];
  for (const { kind, lines } of inOrder)
    for (const line of lines)
      found.set(keyOf(line), added(found.get(keyOf(line)), line, kind === "go" ? 1n : -1n));
  return [...found.values()].filter(({ declared, lawful }) => declared !== "0" || lawful !== "0");
};

/** All slips of a form that went, each with its returns; one whose return is under way waits for it. */
export const batchOf = (slips: readonly Slip[]): Batch => {
  const byNumber = new Map(slips.map((slip) => [slip.number, slip]));
  const passed = slips.filter(({ state }) => state === "passed");
  const groups = passed
    .filter(({ kind }) => kind === "go")
    .toSorted((one, other) => (one.by + one.number < other.by + other.number ? -1 : 1))
    .map((slip) => [slip, ...slip.returnedBy.map((each) => byNumber.get(each.slip))]);
  const isWhole = (group: (Slip | undefined)[]): group is Slip[] =>
    group.every((slip) => slip?.state === "passed");
  const taken: Slip[] = [];
  let more = false;
  for (const group of groups.filter(isWhole)) {
    if (taken.length + group.length > MOST_SLIPS) more = true;
    else taken.push(...group);
  }
  return {
    slips: taken.map(({ number }) => number),
    lines: sums(taken),
    left: groups.filter((group) => !isWhole(group)).map(([slip]) => slip!.number),
    more,
  };
};

type Form = Pick<LookAnswer<"business-form.show">, "book" | "direction" | "status">;

/** The movement of the list that declares what went under a form. */
export const movementOf = (direction: string): "batch-from-inland" | "batch-to-inland" =>
  direction === "in" ? "batch-from-inland" : "batch-to-inland";

/** The list as it is declared: codes of goods that pass the second line in batches. */
export const batchRequest = (form: Form, batch: Batch, reference: string, counterparty = ""): Request =>
  ({
    reference,
    book: form.book,
    movement: movementOf(form.direction),
    status: form.status,
    ...{ procedure: "5000", transportMode: "9", declares: declares(form.status) },
    ...(declares(form.status) && filled({ counterparty })),
    slips: batch.slips,
    lines: batch.lines.map(({ line, ...said }) => ({ line: seqOf(line), ...said })),
  }) as unknown as Request;
