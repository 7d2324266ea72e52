/** The small world in which filing is measured: one trader with a large guarantee, and a declaration of about 2 KB. */
import type { Installation } from "@openftz/server/installation.ts";

const OFFICE = "2218";
const TRADER = "91310000BENCH00001";
const GUARANTEE = "BENCH-1";

/** The account that files. */
export const FILER = "bench-filer";

const TARIFF = [
  { code: "2204210000", mfn: "14", general: "180", consumptionTax: "10", vat: "13", units: ["L", "kg"] },
  { code: "8471301000", mfn: "0", general: "70", vat: "13", units: ["unit", "kg"] },
  { code: "8703234110", mfn: "15", general: "230", consumptionTax: "9", vat: "13", units: ["unit", "kg"] },
];

/** Sets the world up. Every act must be accepted. */
export const setUpFilingWorld = async (installation: Installation): Promise<void> => {
  const edition = await installation.keepFile(
    Buffer.from(`${TARIFF.map((line) => JSON.stringify(line)).join("\n")}\n`),
  );
  const from = "2020-01-01";
  const acts: readonly (readonly [string, object])[] = [
    ["office.register", { office: OFFICE, name: { en: "Waigaoqiao", zh: "外高桥" } }],
    ["party.register", { party: TRADER, name: "Benchmark Trading", credit: "advanced", from }],
    [
      "authority.grant",
      { holder: FILER, role: "declarant", place: `party/${TRADER}`, from, delegable: false },
    ],
    ["tariff.adopt", { edition, from, source: "made up for the benchmark" }],
    [
      "guarantee.open",
      {
        guarantee: GUARANTEE,
        party: TRADER,
        guarantor: "Bank",
        limit: "100000000000.00",
        from,
        until: "2099-12-31",
      },
    ],
  ];
  for (const [command, request] of acts) {
    const reply = await installation.submitValue(command, "installation", request);
    if (reply.kind === "refused") throw new Error(`${command}: ${reply.problem.detail}`);
  }
};

const goods = [
  [
    "2204210000",
    "red wine, appellation controlled, in bottles of 0.75 L, vintage 2023, alcohol 13.5 % vol",
    "FR",
    "L",
  ],
  [
    "8471301000",
    "portable automatic data processing machines, 14 inch, 32 GB memory, 1 TB solid state disk",
    "KR",
    "unit",
  ],
  [
    "8703234110",
    "passenger cars with spark-ignition engine, displacement 1,998 ml, five seats, sedan, new",
    "DE",
    "unit",
  ],
] as const;

/** A declaration of three goods items and about 2 KB, under a reference of its own. */
export const declarationText = (reference: string): string =>
  JSON.stringify({
    reference,
    direction: "import",
    office: OFFICE,
    declarant: TRADER,
    trader: TRADER,
    procedure: "0110",
    transportMode: "2",
    transportDocument: `MAEU${reference.padStart(16, "0")} / COSCO SHIPPING ARIES voyage 042E, Le Havre to Yangshan`,
    grossMassKg: "128400.50",
    packages: 1840,
    guarantee: GUARANTEE,
    goods: goods.map(([commodity, description, origin, unit], index) => ({
      commodity,
      description: `${description}; consigned by an exporter at the port of departure under contract 2026/0042, invoice line ${index + 1}, brand and model as in the elements of declaration`,
      origin,
      customsValue: { amount: `${125_000 + index * 31_250}.75`, currency: "CNY" },
      netMassKg: "40120.25",
      quantities: { [unit]: "1200", kg: "40120.25" },
      purpose: "99",
    })),
    documents: [
      { kind: "Y", number: "certificate of origin 2026-000123, issued by the chamber of commerce" },
      {
        kind: "A",
        number: "inspection and quarantine certificate 310000126001234, issued at the port of entry",
      },
      { kind: "7", number: "automatic import licence 2026-SH-0098213, valid for the whole year" },
    ],
  });
