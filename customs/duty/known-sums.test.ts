import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fraction } from "@openftz/kernel/fraction.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import fc from "fast-check";
import { yuanText } from "../law/computation.ts";
import { valueLeft } from "../relief/exempt-goods.ts";
import { taxForMonths } from "../relief/temporary-admission.ts";
import { collected } from "./de-minimis.ts";
import { deferredInterest } from "./deferred-interest.ts";
import { lateDeclarationFee } from "./late-declaration-fee.ts";
import { latePaymentCharge } from "./late-payment-charge.ts";
import { selectiveDuty } from "./selective-duty.ts";

const day = plainDateOf;
const fen = (yuan: bigint): bigint => yuan * 100n;
const hundredths = (percent: bigint) => fraction(percent, 100n);

const selective = selectiveDuty({
  materials: { value: fen(60n), dutyRate: hundredths(10n) },
  goods: { value: fen(100n), dutyRate: hundredths(0n) },
  vatRate: hundredths(13n),
  vatBase: { from: day("2013-10-01"), value: "chosen", source: "made up", confirmed: false },
});

describe("sums around the taxes that anybody can check by hand", () => {
  const rows: readonly [what: string, found: bigint, yuan: string][] = [
    [
      "declared 5 days late, value 1,000,000: 0.05 % a day",
      lateDeclarationFee({
        customsValue: fen(1_000_000n),
        entry: day("2026-03-01"),
        accepted: day("2026-03-20"),
      }).fee,
      "2500.00",
    ],
    [
      "paid 10 days late, tax 100,000: 0.05 % a day",
      latePaymentCharge({ tax: fen(100_000n), due: day("2026-03-16"), paid: day("2026-03-26") }).charge,
      "500.00",
    ],
    [
      "exempt goods of 900,000, used 20 of 36 months: the rest is taxed",
      valueLeft(fen(900_000n), 20, 36),
      "400000.00",
    ],
    [
      "3 months' stay, duty 120,000: a sixtieth a month",
      taxForMonths(fen(120_000n), 3, fraction(1n, 60n)),
      "6000.00",
    ],
    ["sold from a zone by materials of 60 at 10 %: duty", selective.byMaterials.duty, "6.00"],
    ["sold from a zone by materials: VAT 13 %", selective.byMaterials.vat, "8.58"],
    ["sold from a zone as goods of 100 at 0 %: duty", selective.byGoods.duty, "0.00"],
    ["sold from a zone as goods: VAT 13 %", selective.byGoods.vat, "13.00"],
    ["duty of 50.00 on a declaration is not collected", collected("duty", 5_000n, day("2026-03-01")), "0.00"],
    ["duty of 50.01 on a declaration is", collected("duty", 5_001n, day("2026-03-01")), "50.01"],
    [
      "tax 126,000 deferred for 200 days at 0.36 %: ÷ 360",
      deferredInterest({ tax: fen(126_000n), days: 200 }, fraction(36n, 10_000n)),
      "252.00",
    ],
  ];
  for (const [what, found, yuan] of rows) it(`${what}: ${yuan}`, () => assert.equal(yuanText(found), yuan));
});

describe("the choice of duty on goods sold from a zone", () => {
  it("names the way that owes less", () => assert.equal(selective.lower, "goods"));

  it("takes VAT of the goods both ways where the law is read so", () => {
    const read = selectiveDuty({
      materials: { value: fen(60n), dutyRate: hundredths(10n) },
      goods: { value: fen(100n), dutyRate: hundredths(20n) },
      vatRate: hundredths(13n),
      vatBase: { from: day("2013-10-01"), value: "goods", source: "made up", confirmed: false },
    });
    assert.deepEqual([read.byMaterials.vat, read.byGoods.vat].map(yuanText), ["13.78", "15.60"]);
    assert.equal(read.lower, "materials");
  });

  it("prefers neither of two equal ways", () => {
    const amount = fc.bigInt(0n, 10n ** 12n);
    fc.assert(
      fc.property(amount, fc.bigInt(0n, 100n), (value, percent) => {
        const way = { value, dutyRate: hundredths(percent) };
        const vatBase = {
          from: day("2013-10-01"),
          value: "chosen",
          source: "made up",
          confirmed: false,
        } as const;
        const same = selectiveDuty({ materials: way, goods: way, vatRate: hundredths(13n), vatBase });
        assert.equal(same.lower, null);
      }),
    );
  });
});
