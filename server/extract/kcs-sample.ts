/** A few rows in the form of the Korean extract, made up, for tests: each shows one fate. */

const HEAD =
  "Declaration ID,Date,Office ID,Process Type,Import Type,Import Use,Payment Type,Mode of Transport,Declarant ID,Importer ID,Seller ID,Courier ID,HS6 Code,Country of Departure,Country of Origin,Tax Rate,Tax Type,Country of Origin Indicator,Net Mass,Item Price,Fraud,Critical Fraud";

const row = (id: string, hs6: string, origin: string, mass: string, price: string, mode = "10"): string =>
  `${id},2021-02-03,40,B,11,21,11,${mode},DECLAR1,IMPORT${id.slice(-1)},SELLER1,,${hs6},CN,${origin},8.0,A,E,${mass},${price},0,0`;

/** Fine wine, a computer, a rate that is not stated, an unknown commodity, a mass of 0, an amount below 0, no origin. */
export const SAMPLE_EXTRACT = [
  HEAD,
  row("90000001", "220421", "FR", "901.2000000000001", "5415092.72"),
  row("90000002", "847130", "KR", "40.0", "90520.0", "40"),
  row("90000003", "020714", "US", "1200.0", "3000000.0"),
  row("90000004", "999999", "CN", "10.0", "3000.0"),
  row("90000005", "220421", "FR", "0.0", "3000.0"),
  row("90000006", "220421", "FR", "10.0", "-5.0"),
  row("90000007", "847130", "ZZ", "10.0", "4000000.0"),
  "",
].join("\n");

/** The tariff for them. Poultry is taxed by quantity: its rate is not stated here. */
export const SAMPLE_TARIFF = [
  { code: "2204210000", mfn: "14", general: "180", consumptionTax: "10", vat: "13", units: ["L", "kg"] },
  { code: "8471301000", mfn: "0", general: "70", vat: "13", units: ["unit", "kg"] },
  { code: "8471309000", mfn: "5", general: "70", vat: "13", units: ["unit", "kg"] },
  { code: "0207141100", mfn: null, general: null, vat: "9", units: ["kg"] },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join("");
