/** One recorded declaration under two tariffs: what it would owe more or less. */
import { assessGoods } from "@openftz/customs/declaration/assess-goods.ts";
import type { FiledContent } from "@openftz/customs/declaration/content.ts";
import { fenOf, readDecimal, yuan } from "@openftz/customs/declaration/decimals.ts";
import type { AssessedItem } from "@openftz/customs/declaration/declaration.ts";
import type { CompiledTariff } from "@openftz/customs/duty/tariff.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";

/** What an entry tells of a declaration: its content, its day, what is collected, and the rates of exchange. */
export type Recorded = {
  readonly number: string;
  readonly day: PlainDate;
  readonly content: FiledContent;
  /** For each goods item whether its taxes are collected; suspended and exempt ones owe nothing under any tariff. */
  readonly collection: readonly AssessedItem["collection"][];
  readonly exchange: Readonly<Record<string, { readonly rate: string }>>;
};

/** A tariff and the day it is asked for. */
export type TariffOn = { readonly tariff: CompiledTariff; readonly day: PlainDate };

/**
 * `more`, `less`, `same`: by how much, in CNY with two decimals, before de minimis. `held`: a rate is not stated.
 * `refused`: it could not be filed so, for the reasons given.
 */
export type Tried = {
  readonly declaration: string;
  readonly day: PlainDate;
  readonly outcome: "more" | "less" | "same" | "held" | "refused";
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string | null;
  readonly reasons: readonly string[];
};

type Owed =
  | { readonly kind: "owed"; readonly fen: bigint }
  | { readonly kind: "held" | "refused"; readonly reasons: readonly string[] };

/** Assesses the recorded content under both tariffs with the recorded rates of exchange: only the tariff differs. */
export const tryDeclaration = (recorded: Recorded, before: TariffOn, after: TariffOn): Tried => {
  const [was, is] = [owedUnder(recorded, before), owedUnder(recorded, after)];
  const told = (owed: Owed) => (owed.kind === "owed" ? yuan(owed.fen) : null);
  const base = {
    declaration: recorded.number,
    day: after.day,
    before: told(was),
    after: told(is),
  };
  if (is.kind !== "owed") return { ...base, outcome: is.kind, difference: null, reasons: is.reasons };
  if (was.kind !== "owed")
    return {
      ...base,
      outcome: "more",
      difference: null,
      reasons: [`not assessed before: ${was.reasons[0]}`],
    };
  const difference = is.fen - was.fen;
  const outcome = difference > 0n ? "more" : difference < 0n ? "less" : "same";
  return { ...base, outcome, difference: yuan(difference), reasons: [] };
};

const owedUnder = ({ content, collection, exchange }: Recorded, { tariff, day }: TariffOn): Owed => {
  const rates = new Map(
    Object.entries(exchange).map(([currency, { rate }]) => [currency, readDecimal(rate)]),
  );
  const { items, faults } = assessGoods(content, tariff, day, rates);
  if (faults.length > 0) return { kind: "refused", reasons: faults.map(({ detail }) => detail) };
  const held = items.flatMap(({ notAssessed }) => notAssessed);
  if (held.length > 0) return { kind: "held", reasons: held };
  const collected = items.filter((_, at) => collection[at] === "collect");
  return { kind: "owed", fen: collected.reduce((sum, item) => sum + taxesOf(item), 0n) };
};

const taxesOf = ({ duty, additional = [], consumptionTax, vat }: AssessedItem): bigint =>
  [duty, ...additional, consumptionTax, vat].reduce((sum, tax) => sum + (tax ? fenOf(tax.amount) : 0n), 0n);
