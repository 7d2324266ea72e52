/** What must make a tariff exit 2: one slip each, in a tariff that is otherwise sound. */

import type { Random } from "../random.ts";
import { NOT_UTF8 } from "./break-requests.ts";
import type { MadeLine } from "./make-tariff.ts";
import type { TariffFile } from "./tariff.ts";
import { Fields, Raw, type Value } from "./write-json.ts";

const COLUMNS = [
  "mfn",
  "provisional",
  "general",
  "quota",
  "quotaProvisional",
  "export",
  "exportProvisional",
  "vat",
  "consumptionTax",
];
const BAD_RATES = [
  "-5",
  "+5",
  "5%%",
  "5 CNY",
  "5 CNY/",
  "5 XYZ/kg",
  "5 cny/kg",
  "10 +",
  "10 + + 5",
  "min(10)",
  "min(10, 5",
  "max 10, 5",
  "min(10, 5) 3",
  "round(1 + 1, 2)",
  "10; else 5",
  "when price = 5 CNY/kg: 1; else 2",
  "when price <= 5: 1; else 2",
  "when price <= 5 CNY/kg: 1",
  "when price <= 5 CNY/kg 1; else 2",
  "when price >= 5 CNY/kg: round(P * , 2); else 2",
  "when price >= 5 CNY/kg: round(P * 2); else 2",
  "when price >= 5 CNY/kg: round(Q, 2); else 2",
  "free",
  "MIN(5, 6)",
  "007",
  ".5",
  "5.",
  "1_0",
  "5 ％",
  "５",
  "5 CNYX/kg",
  "5 CNY/1000kg",
  "%",
  "10 % of it",
  "1,5",
  "when price >= 5 CNY/kg: P; else 2",
  "when price >= 5 CNY/kg: when price >= 9 CNY/kg: 1; else 2; else 3",
  "€5/kg",
];

const inner = (fields: Fields, field: string): Fields => {
  const found = fields.get(field);
  if (found instanceof Fields) return found;
  const made = new Fields([]);
  fields.set(field, made);
  return made;
};

const remedy = (...over: [string, Value][]): Fields => {
  const fields = new Fields([
    ["code", "AD-9"],
    ["kind", "anti-dumping"],
    ["origins", ["KR"]],
    ["rate", "5"],
  ]);
  for (const [key, value] of over) fields.set(key, value);
  return fields;
};

const without = (fields: Fields, key: string): Fields => {
  fields.remove(key);
  return fields;
};

type Break = (fields: Fields, random: Random, lines: MadeLine[]) => void;

const breaks: readonly Break[] = [
  (fields, random) => fields.set(random.pick(["genral", "MFN", "", "rate", "__proto__"]), "5"),
  (fields, random) => fields.set(random.pick(["code", "from", ...COLUMNS]), new Raw("13")),
  (fields, random) => inner(fields, random.pick(["agreements", "special"])).set("MU", new Raw("13")),
  (fields, random) => fields.set("units", random.pick<Value>([[new Raw("5")], "kg", new Fields([])])),
  (fields, random) =>
    fields.set(random.pick(["description", "note"]), random.pick<Value>([new Raw("5"), []])),
  (fields, random) =>
    fields.set(
      random.pick(["from", "to"]),
      random.pick(["2026-02-29", "2025-13-01", "2026-1-1", "tomorrow"]),
    ),
  (fields) => {
    fields.set("from", "2026-03-02");
    fields.set("to", "2026-03-01");
  },
  (fields, random) => fields.set(random.pick(COLUMNS), random.pick(BAD_RATES)),
  (fields, random) => fields.set(random.pick(COLUMNS), random.pick(BAD_RATES)),
  (fields, random) => inner(fields, "agreements").set("R-KR", random.pick(BAD_RATES)),
  (fields, random) =>
    fields.set(
      "consumptionTax",
      random.pick(["100", "120%", "60 + 40", "100 + 1 CNY/kg", "when price >= 10 CNY/ml: 100%; else 0"]),
    ),
  (fields, random) => inner(fields, "agreements").set(random.pick(["XX", "R-XX", "kr", "LD", ""]), "5"),
  (fields, random) => inner(fields, "special").set(random.pick(["XX", "kh", "LD", ""]), "5"),
  (fields, random) => fields.set("special_zero", [random.pick(["XX", "ld", "KHM", ""])]),
  (fields) => fields.set("special_zero", "LD"),
  (fields, random) => {
    fields.set("special", new Fields([["KH", "2"]]));
    fields.set("special_zero", random.pick([["KH"], ["LD"], ["LD", "KH"]]));
  },
  (fields, random) =>
    fields.set(
      random.pick(["export", "exportProvisional"]),
      random.pick(["min(10, 5 CNY/kg)", "5 + max(1, 2)", "when price >= 5 CNY/kg: 1; else min(1, 2)"]),
    ),
  (fields, random) => fields.set("code", random.pick(["1", "12345678901234", "02.07", "０２", ""])),
  (fields) => fields.remove("code"),
  (fields) => fields.set("code", null),
  (fields, random) => fields.entries.push(random.pick(fields.entries)),
  (fields, random) =>
    fields.set("remedies", [
      random.pick([
        remedy(["kind", "dumping"]),
        remedy(["kind", "Safeguard"]),
        remedy(["origins", ["XX"]]),
        remedy(["origins", "KR"]),
        remedy(["origins", ["all"]]),
        remedy(["exceptOrigins", ["XX"]]),
        remedy(["rate", new Raw("5")]),
        remedy(["rate", "-5"]),
        remedy(["from", "2026-02-30"]),
        remedy(["from", "2026-03-02"], ["to", "2026-03-01"]),
        remedy(["exporters", new Fields([["HANWHA", "x"]])]),
        remedy(["exporters", new Fields([["HANWHA", new Raw("5")]])]),
        remedy(["until", "2026-03-01"]),
        remedy(["code", new Raw("5")]),
        remedy(["code", ""]),
        without(remedy(), "rate"),
        without(remedy(), "kind"),
        without(remedy(), "code"),
        without(remedy(), "origins"),
        remedy(["rate", null]),
      ]),
    ]),
  (fields, random) =>
    fields.set("remedies", [
      remedy(["to", "2026-03-01"]),
      random.pick([
        remedy(["from", "2026-03-01"]),
        remedy(["origins", "all"]),
        remedy(["origins", ["JP", "KR"]], ["kind", "safeguard"]),
        remedy(["rate", "7"]),
        remedy(["origins", "all"], ["exceptOrigins", ["JP"]]),
      ]),
    ]),
  (fields, random) =>
    fields.set("remedies", [
      remedy(["origins", "all"], ["exceptOrigins", ["KR", "JP"]]),
      remedy(["origins", "all"], ["exceptOrigins", random.pick([["KR"], [], ["US", "RU"]])]),
    ]),
  (fields, random) => fields.set("remedies", random.pick<Value>([new Fields([]), "none", ["AD-9"]])),
  (fields, random, lines) => {
    const copy = random.chance(50)
      ? new Fields([...fields.entries])
      : new Fields([["code", fields.get("code")!]]);
    lines.push({ fields: copy, file: random.below(3) });
  },
];

/** Lines that are no tariff line at all. */
const NO_LINES = [
  "{",
  "[]",
  "null",
  "7",
  '"02"',
  '{"code":"77",}',
  "{'code':'77'}",
  '[{"code":"77"}]',
  "code,mfn",
  "{}",
  "\u00a0",
];

/** Adds bytes to the end of a file that make no tariff line. */
export const addNoLine = ({ name, bytes }: TariffFile, random: Random): TariffFile => {
  const line = random.chance(25) ? random.pick(NOT_UTF8) : Buffer.from(random.pick(NO_LINES));
  return { name, bytes: Buffer.concat([bytes, Buffer.from("\n"), line]) };
};

/** Breaks one line of a tariff in one place, or adds one that stands in the way of another. */
export const breakTariff = (lines: MadeLine[], random: Random): void => {
  random.pick(breaks)(random.pick(lines).fields, random, lines);
};
