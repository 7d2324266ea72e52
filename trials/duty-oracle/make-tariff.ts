/** Tariffs by chance: all fields, several files, codes within codes, dates that touch, remedies that overlap legally. */

import type { Random } from "../random.ts";
import { AGREEMENTS } from "./lists.ts";
import { ANY, makeRate, OF_CONSUMPTION, OF_EXPORT, UNITS } from "./make-rates.ts";
import { readTariff, type TariffFile } from "./tariff.ts";
import { type Entry, Fields, type Value, writeJson } from "./write-json.ts";

/** Countries that requests and tariffs share: some with agreements, some least developed, some with neither. */
export const ORIGINS = ["KR", "JP", "NZ", "KH", "LA", "BD", "AU", "US", "RU", "ET", "TD", "SG", "TW"];
export const EXPORTERS = ["HANWHA", "Café & Söhne", "Ko Ltd", "東方"];
/** The days on which things begin or end. */
export const DAYS = ["2025-12-31", "2026-01-01", "2026-02-28", "2026-03-01", "2026-06-30", "2026-07-01"];
const REMEDY_CODES = ["AD-1", "AD-2", "CVD-1", "SG-1", "301"];
const KINDS = ["anti-dumping", "countervailing", "safeguard", "additional"];

/** A tariff line, and the file it goes to. */
export type MadeLine = { readonly fields: Fields; file: number };

const ratesOf = (keys: readonly string[], random: Random): Fields =>
  new Fields(keys.map((key): Entry => [key, makeRate(random, ANY)]));

/** `from` and `to`, each given or not. */
const periodOf = (random: Random, percent: number): Entry[] => {
  const first = random.below(DAYS.length);
  const last = random.from(first, DAYS.length - 1);
  const bounds: Entry[] = [
    ["from", DAYS[first]!],
    ["to", DAYS[last]!],
  ];
  return random.some(bounds, percent);
};

const makeRemedy = (random: Random): Fields => {
  const entries: Entry[] = [
    ["code", random.pick(REMEDY_CODES)],
    ["kind", random.pick(KINDS)],
    ["origins", random.chance(35) ? "all" : [random.pick(ORIGINS), ...random.some(ORIGINS, 20)]],
    ["rate", makeRate(random, ANY)],
    ...periodOf(random, 40),
  ];
  if (random.chance(50)) entries.push(["exceptOrigins", random.some(ORIGINS, 15)]);
  if (random.chance(50)) entries.push(["exporters", ratesOf(random.some(EXPORTERS, 50), random)]);
  return new Fields(random.shuffled(entries));
};

/** Remedies that may stand together: one that would clash with those before it is left out. */
const makeRemedies = (random: Random): Fields[] => {
  const kept: Fields[] = [];
  for (let left = random.below(6); left > 0; left--) {
    const more = [...kept, makeRemedy(random)];
    const line = new Fields([
      ["code", "01"],
      ["remedies", more],
    ]);
    const bytes = Buffer.from(writeJson(line, random));
    if (readTariff([{ name: "remedies", bytes }]).faults.length === 0) kept.push(more.at(-1)!);
  }
  return kept;
};

const rateOrNull = (random: Random): Value => (random.chance(15) ? null : makeRate(random, ANY));

const makeSpecial = (random: Random): Entry[] => {
  const zero = random.some(["LD", ...ORIGINS], 20);
  const taken = zero.includes("LD") ? [...zero, "KH", "LA", "BD", "ET", "TD"] : zero;
  const special = random.some(ORIGINS, 25).filter((one) => !taken.includes(one));
  return random.some<Entry>(
    [
      ["special", ratesOf(special, random)],
      ["special_zero", zero],
    ],
    85,
  );
};

const AGREEMENTS_OF_ORIGINS = [...AGREEMENTS]
  .filter(([, covered]) => covered.some((country) => ORIGINS.includes(country)))
  .map(([agreement]) => agreement);

const makeLine = (code: string, period: Entry[], random: Random): Fields => {
  const perhaps = (percent: number, ...entries: Entry[]): Entry[] => random.some(entries, percent);
  const taxes = (rate: string): Value => (random.chance(8) ? null : rate);
  const entries: Entry[] = [
    ["code", code],
    ...period,
    ...perhaps(85, ["mfn", rateOrNull(random)], ["general", rateOrNull(random)]),
    ...perhaps(40, ["provisional", rateOrNull(random)]),
    ...perhaps(70, ["agreements", ratesOf(random.shuffled(random.some(AGREEMENTS_OF_ORIGINS, 50)), random)]),
    ...(random.chance(60) ? makeSpecial(random) : []),
    ...perhaps(45, ["quota", makeRate(random, ANY)], ["quotaProvisional", makeRate(random, ANY)]),
    ...perhaps(45, ["export", makeRate(random, OF_EXPORT)]),
    ...perhaps(30, ["exportProvisional", makeRate(random, OF_EXPORT)]),
    ...perhaps(80, [
      "vat",
      taxes(random.chance(70) ? random.pick(["13", "9", "13%"]) : makeRate(random, ANY)),
    ]),
    ...perhaps(60, ["consumptionTax", taxes(makeRate(random, OF_CONSUMPTION))]),
    ...perhaps(30, ["units", random.some(UNITS, 30)], ["description", "goods"], ["note", ""]),
    ...(random.chance(55) ? [["remedies", makeRemedies(random)] satisfies Entry] : []),
  ];
  return new Fields(random.chance(30) ? random.shuffled(entries) : entries);
};

/** Periods of one code that do not overlap: all time, or pieces that touch or leave gaps. */
const makePeriods = (random: Random): Entry[][] => {
  const cut = random.pick(["2026-03-01", "2026-07-01"]);
  const before = cut === "2026-03-01" ? "2026-02-28" : "2026-06-30";
  const from = (day: string): Entry => ["from", day];
  const to = (day: string): Entry => ["to", day];
  return random.pick<Entry[][]>([
    [[]],
    [[]],
    [[to(before)], [from(cut)]],
    [[to("2025-12-31")], [from("2026-01-01"), to(before)], [from(cut)]],
    [[from(cut)]],
    [[from("2026-01-01"), to("2026-01-01")]],
  ]);
};

const makeCodes = (random: Random): string[] => {
  const codes = new Set<string>();
  for (const chapter of random.some(["02", "22", "87", "01", "99"], 50)) {
    let code = chapter;
    if (random.chance(50)) codes.add(code);
    for (let deeper = random.from(1, 4); deeper > 0 && code.length < 13; deeper--) {
      code += random.digits(Math.min(random.from(1, 4), 13 - code.length));
      codes.add(code);
    }
  }
  return codes.size > 0 ? [...codes] : ["0207"];
};

/** The lines of one tariff. */
export const makeLines = (random: Random): MadeLine[] => {
  const files = random.from(1, 3);
  return makeCodes(random).flatMap((code) =>
    makePeriods(random).map((period) => ({
      fields: makeLine(code, period, random),
      file: random.below(files),
    })),
  );
};

/** Lines as files: in any order, with or without a byte order mark, CRs, empty lines and a last LF. */
export const writeFiles = (lines: readonly MadeLine[], random: Random): TariffFile[] => {
  const numbers = [...new Set(lines.map(({ file }) => file))].sort();
  const files = numbers.map((number) => {
    const end = random.pick(["\n", "\n", "\r\n"]);
    const texts = random
      .shuffled(lines.filter(({ file }) => file === number))
      .map(({ fields }) => writeJson(fields, random))
      .flatMap((text) => (random.chance(5) ? ["", text] : [text]));
    const text = random.pick(["", "", "\ufeff"]) + texts.join(end) + random.pick(["", end]);
    return { name: `tariff-${number + 1}.jsonl`, bytes: Buffer.from(text) };
  });
  return random.shuffled(files);
};
