/** What goods that leave before they are declared would owe if they never came back. Domain 2.12, 3.8. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { PaperLine, Placed } from "../account-book/paper-line.ts";
import { readDecimal } from "../declaration/decimals.ts";
import type { Fault } from "../define/problem.ts";
import { may, type Need, type Records } from "../define/record.ts";
import { assessRead } from "../duty/assess.ts";
import { ExchangeRecord, rateOn } from "../exchange/exchange.ts";
import { tariffNeeds, tariffOn } from "../tariff/tariff-book.ts";

/** The tariff of the day, and the rates of exchange. */
export const stakeNeeds = (
  lines: readonly PaperLine[],
  records: Records,
  day: PlainDate,
): readonly Need[] => [
  ...tariffNeeds(records, day, "/form"),
  ...[...new Set(lines.map(({ value }) => value.currency))]
    .filter((currency) => currency !== "CNY")
    .map((currency) => may(ExchangeRecord, currency)),
];

/** Duty, additional duties, consumption tax and VAT of goods imported on a day without any preference, in fen. */
export const taxAtStake = (
  lines: readonly PaperLine[],
  placed: readonly Placed[],
  records: Records,
  day: PlainDate,
): { readonly fen: bigint } | { readonly faults: readonly Fault[] } => {
  const adopted = tariffOn(records, day);
  if (!adopted)
    return {
      faults: [{ pointer: "/form", detail: `No tariff is in force on ${day}: nothing tells the tax.` }],
    };
  const faults: Fault[] = [];
  let fen = 0n;
  for (const [index, { value, netMassKg, lawful, second }] of lines.entries()) {
    const { goods } = placed[index]!;
    const { currency } = value;
    const rate = currency === "CNY" ? undefined : rateOn(records.find(ExchangeRecord, currency), day)?.rate;
    const outcome = assessRead(
      {
        ...{ ref: String(index), date: day, direction: "import", commodity: goods.commodity },
        ...{ origin: goods.origin, claim: undefined, amount: readDecimal(value.amount), currency },
        quantities: new Map([
          ["kg", readDecimal(netMassKg)],
          [goods.lawfulUnit, readDecimal(lawful)],
          ...(goods.secondUnit !== undefined && second !== undefined
            ? [[goods.secondUnit, readDecimal(second)] as const]
            : []),
        ]),
        ...{ quota: "out", exporter: undefined, originProof: true, treatment: "mfn" },
        ...{ vat: undefined, consumptionTax: undefined },
        exchangeRates: new Map(rate === undefined ? [] : [[currency, readDecimal(rate)]]),
      },
      adopted.tariff,
    );
    if (outcome.kind === "assessed") fen += outcome.total;
    else
      faults.push({
        pointer: `/lines/${index}`,
        detail: `What the goods would owe cannot be told: ${outcome.faults[0]!.detail}`,
        try: ["Declare them before they leave."],
      });
  }
  return faults.length > 0 ? { faults } : { fen };
};
