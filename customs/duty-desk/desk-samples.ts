/** For tests: an installation's records as a question finds them, from the lines of its editions and its exchange rates. */
import { type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";
import type { Records } from "../define/record.ts";
import { keyOf } from "../define/record.ts";
import { tariffOf } from "../duty/duty-samples.ts";
import { ExchangeRecord } from "../exchange/exchange.ts";
import type { CustomsLaw } from "../law/law.ts";
import type { Edition } from "../tariff/edition.ts";
import { EditionFile } from "../tariff/edition.ts";
import { buildSearchIndex } from "../tariff/search-index.ts";
import { TARIFF_ID, TariffRecord } from "../tariff/tariff-book.ts";

/** Runs a generator to its end. */
const finished = <Result>(steps: Generator<void, Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** An edition of these lines. */
export const editionOf = (...lines: readonly object[]): Edition => {
  const tariff = tariffOf(...lines);
  return { ...tariff, search: finished(buildSearchIndex(tariff)) };
};

/** Records with editions by their first days, in the order of adoption, and CNY for one unit of currencies since 2020. */
export const recordsOf = (
  editions: readonly (readonly [from: string, lines: readonly object[]])[],
  exchange: Readonly<Record<string, string>> = {},
): Records => {
  const kept = new Map<string, unknown>();
  const adopted = editions.map(([from, lines], at) => {
    const edition = String(at).repeat(64);
    kept.set(keyOf(EditionFile, edition), editionOf(...lines));
    return { edition, from: plainDateOf(from), source: `edition ${at}`, lines: lines.length };
  });
  kept.set(keyOf(TariffRecord, TARIFF_ID), { editions: adopted });
  for (const [currency, rate] of Object.entries(exchange))
    kept.set(keyOf(ExchangeRecord, currency), {
      currency,
      rates: [{ from: plainDateOf("2020-01-01"), rate, source: "test" }],
    });
  const find = (kind: { readonly kind: string }, id: string): never =>
    kept.get(`${kind.kind}/${id}`) as never;
  return { find, get: find };
};

/** Today, for a question that names no day. */
export const TODAY: { readonly at: string; readonly day: PlainDate } = {
  at: "2026-03-01T00:00:00Z",
  day: plainDateOf("2026-03-01"),
};

/** A law that asks for document A on meat, and knows the names of A and 7. */
export const SMALL_LAW = {
  decideGoods: ({ goods }: { readonly goods: { readonly chapter: string } }) =>
    goods.chapter === "02"
      ? [
          {
            question: "documents",
            outcome: {
              kind: "gathered",
              values: [{ value: "A", by: { measure: "quarantine@1", because: {} } }],
            },
            overruled: [],
          },
        ]
      : [],
  textsOf: () => ({
    title: { en: "Quarantine", zh: "检疫" },
    sentence: { en: "Meat is inspected.", zh: "肉类须经检疫。" },
    citation: { text: "Quarantine Law, art. 11", confirmed: true },
  }),
  documentKinds: new Map([
    ["A", { code: "A", name: { en: "Quarantine clearance", zh: "检验检疫" } }],
    ["7", { code: "7", name: { en: "Automatic import licence", zh: "自动进口许可证" } }],
  ]),
} as unknown as CustomsLaw;
