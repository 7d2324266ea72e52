/** A world is one tariff and the lines put to it, made from a seed; a broken one has a slip in its tariff. */

import { Random } from "../random.ts";
import { breakRequest, makeHostile, NOT_UTF8 } from "./break-requests.ts";
import { addNoLine, breakTariff } from "./break-tariff.ts";
import { makeRequest } from "./make-requests.ts";
import { type MadeLine, makeLines, writeFiles } from "./make-tariff.ts";
import type { TariffFile } from "./tariff.ts";
import { writeJson } from "./write-json.ts";

export type World = { readonly tariff: readonly TariffFile[]; readonly requests: Buffer };

const LF = Buffer.from("\n");
const BYTE_ORDER_MARK = Buffer.from("\ufeff");

/** Of a hundred lines some 65 are sound, 15 have one fault, 10 have several, 10 are hostile. */
const makeLine = (lines: readonly MadeLine[], ref: string, random: Random): Buffer => {
  const request = makeRequest(lines, ref, random);
  const kind = random.below(100);
  const faults = kind < 65 ? 0 : kind < 80 ? 1 : kind < 90 ? random.from(2, 4) : random.below(2);
  for (let left = faults; left > 0; left--) breakRequest(request, random);
  const text = writeJson(request, random);
  if (kind < 90) return Buffer.from(text);
  return random.chance(6) ? random.pick(NOT_UTF8) : Buffer.from(makeHostile(text, random));
};

const makeRequests = (lines: readonly MadeLine[], count: number, random: Random): Buffer => {
  const made = Array.from({ length: count }, (_, index) => makeLine(lines, `R${index + 1}`, random));
  const parts = made.flatMap((line, index) => (index === 0 ? [line] : [LF, line]));
  const mark = random.chance(20) ? [BYTE_ORDER_MARK] : [];
  return Buffer.concat([...mark, ...parts, ...(random.chance(70) ? [LF] : [])]);
};

/** A sound tariff with so many request lines. */
export const makeWorld = (seed: string, lines: number): World => {
  const random = new Random(seed);
  const tariff = makeLines(random);
  return { tariff: writeFiles(tariff, random), requests: makeRequests(tariff, lines, random) };
};

/** A tariff with one slip, and one sound request that must not be answered. */
export const makeBrokenWorld = (seed: string): World => {
  const random = new Random(seed);
  const tariff = makeLines(random);
  const requests = makeRequests(tariff, 1, random);
  if (random.chance(90)) {
    breakTariff(tariff, random);
    return { tariff: writeFiles(tariff, random), requests };
  }
  const [first, ...rest] = writeFiles(tariff, random);
  return { tariff: [addNoLine(first!, random), ...rest], requests };
};
