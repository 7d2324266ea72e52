/** The tariff and the goods lines that the duty benchmarks run on: a mix as trade has it, each kind of rate among them. */

/** The request of the contract's page, for the figures of a single line. */
export const EXAMPLE_REQUEST =
  '{"ref":"A1","date":"2026-03-01","direction":"import","commodity":"0207141100","origin":"KR",' +
  '"claim":{"agreement":"R-KR"},"customsValue":{"amount":"100000.00","currency":"CNY"},' +
  '"quantities":{"kg":"25000"},"quota":"out","exporter":"NAME","originProof":true,"treatment":"mfn",' +
  '"rates":{"vat":"9","consumptionTax":"0"},"exchangeRates":{"USD":"7.0288"}}';

const COTTON = "when price >= 14 CNY/kg: 0.28 CNY/kg; else min(40%, round(9.0/P + 2.69%*P - 1, 3))";
const REMEDY = { code: "AD-KR-2026", kind: "anti-dumping", origins: ["KR"], rate: "30" };
const LINES = [
  {
    code: "02071411",
    mfn: "0.6 CNY/kg",
    general: "4.2 CNY/kg",
    agreements: { "R-KR": "5", KR: "0 CNY/kg", "R-JP": "5.5", AU: "0" },
    vat: "9",
    remedies: [{ ...REMEDY, exporters: { NAME: "12.5" } }],
  },
  { code: "22042100", mfn: "14", general: "180", agreements: { AU: "0" }, vat: "13", consumptionTax: "10" },
  { code: "5201", mfn: COTTON, general: "125", vat: "9" },
  { code: "85423119", mfn: "0", general: "46", agreements: { AS: "0", "R-KR": "0" }, vat: "13" },
  { code: "87034072", mfn: "15", general: "270", agreements: { AU: "0" }, vat: "13", consumptionTax: "9" },
];

/** The tariff as the text of a file. */
export const dutyTariffText = (): string => LINES.map((line) => `${JSON.stringify(line)}\n`).join("");

const COMMODITIES = ["0207141100", "2204210000", "8542311900", "5201000000", "8703407200"] as const;
const ORIGINS = ["KR", "US", "JP", "AU"] as const;

/** One goods line by its number, about 330 bytes, with its line feed. Every line can be assessed. */
export const requestText = (number: number): string => {
  const commodity = COMMODITIES[number % COMMODITIES.length]!;
  const claims = commodity === "0207141100" && number % 4 === 0;
  return `${JSON.stringify({
    ref: `L${number}`,
    date: "2026-03-01",
    direction: number % 20 === 7 ? "export" : "import",
    commodity,
    origin: ORIGINS[number % ORIGINS.length],
    ...(claims && { claim: { agreement: "R-KR" } }),
    customsValue: {
      amount: `${1000 + ((number * 7) % 900_000)}.${String(number % 100).padStart(2, "0")}`,
      currency: number % 3 === 0 ? "USD" : "CNY",
    },
    quantities: { kg: `${100 + (number % 5000)}.5` },
    quota: "out",
    ...(number % 6 === 0 && { exporter: "NAME" }),
    originProof: true,
    treatment: "mfn",
    ...(commodity === "2204210000" && { rates: { vat: "13", consumptionTax: "10" } }),
    exchangeRates: { USD: "7.0288" },
  })}\n`;
};

/** Some goods lines together, as they are piped into a program. */
export const requestBlock = (first: number, count: number): string => {
  let text = "";
  for (let number = first; number < first + count; number++) text += requestText(number);
  return text;
};
