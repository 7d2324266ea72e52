/** The checks before a tariff goes live. Pure and bit by bit, so that nobody waits for them. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { conversion } from "../duty/quantities.ts";
import type { CompiledTariff } from "../duty/tariff.ts";
import type { TariffLine } from "../duty/tariff-line.ts";
import type { HsCodes } from "../hs/hs-edition.ts";
import { compareEditions, type EditionChanges } from "./compare-editions.ts";
import { isAbove, unitsOf } from "./compare-rates.ts";
import { type Finding, finding } from "./finding.ts";
import { columnsOf } from "./line-columns.ts";

/** An HS edition as it holds from a day on. */
export type DatedHs = { readonly edition: string; readonly from: PlainDate; readonly codes: HsCodes };

/** What an edition is checked against. */
export type CheckInputs = {
  readonly tariff: CompiledTariff;
  /** The first day of the edition. */
  readonly from: PlainDate;
  /** The edition in force on that day until now. */
  readonly before: CompiledTariff | undefined;
  readonly hs: readonly DatedHs[];
};

/** What was found, and what changed; `changes` is null where there is no edition before. */
export type TariffCheck = { readonly findings: readonly Finding[]; readonly changes: EditionChanges | null };

/** Codes looked at between two pauses. */
const CODES_AT_ONCE = 100;

/** Checks an edition that was read and compiled: lines that overlap never come so far. */
export function* checkTariff(inputs: CheckInputs): Generator<void, TariffCheck> {
  const { tariff, from, before } = inputs;
  const findings: Finding[] = [];
  const days = new Set<PlainDate>();
  for (const [index, code] of tariff.codes.entries()) {
    if (index % CODES_AT_ONCE === 0) yield;
    for (const line of tariff.byCode.get(code)!) {
      if (line.to && line.to < from) continue;
      findings.push(...unitFindings(line), ...aboveMfn(line));
      const day = line.from && line.from > from ? line.from : from;
      const hs = hsOn(inputs.hs, day);
      if (hs) findings.push(...notInHs(line, hs, day));
      else days.add(day);
    }
  }
  findings.push(...[...days].sort().map(noHs));
  if (!before) return { findings: [...findings, NOTHING_BEFORE], changes: null };
  const compared = yield* compareEditions(before, tariff, from);
  return { findings: [...findings, ...compared.findings], changes: compared.changes };
}

/** The HS edition of a day: of those that began, the latest. */
export const hsOn = (editions: readonly DatedHs[], day: PlainDate): DatedHs | undefined =>
  editions
    .filter(({ from }) => from <= day)
    .reduce<DatedHs | undefined>((best, each) => (best && best.from > each.from ? best : each), undefined);

/** Chapters 98 and 99 are each country's own: the HS convention leaves them free. */
const NATIONAL = /^9[89]/;

const notInHs = ({ code }: TariffLine, { edition, codes }: DatedHs, day: PlainDate): readonly Finding[] =>
  NATIONAL.test(code) || codes.has(code.slice(0, 6))
    ? []
    : [
        finding(
          "code-not-in-hs",
          code,
          "code",
          `${code.slice(0, 6)} is not in HS ${edition}, which holds on ${day}.`,
          "Correct the code, or accept it when it is the country's own.",
        ),
      ];

const noHs = (day: PlainDate): Finding =>
  finding(
    "no-hs-edition",
    "",
    "code",
    `No HS edition is adopted for ${day}: the codes were not checked.`,
    "Adopt one with openftz hs import.",
  );

const NOTHING_BEFORE = finding(
  "no-edition-before",
  "",
  "",
  "No edition is in force on the first day: there is nothing to compare with.",
  "Look at some lines yourself.",
);

/** Units that a rate is counted in and the line does not name; kilograms are on every declaration. */
const unitFindings = (line: TariffLine): readonly Finding[] => {
  const found: Finding[] = [];
  for (const [field, column] of columnsOf(line)) {
    const lacking = (column ? unitsOf(column.rate) : []).filter(
      (unit) => !["kg", ...line.units].some((named) => conversion(named, unit)),
    );
    for (const unit of lacking) found.push(unitFinding(line, field, column!.text, unit));
  }
  return found;
};

const unitFinding = ({ code, units }: TariffLine, field: string, rate: string, unit: string): Finding =>
  finding(
    units.length === 0 ? "no-units" : "unit-missing",
    code,
    field,
    `${field} of ${code} is ${rate}, and the line names ${units.length === 0 ? "no units" : units.join(", ")}.`,
    `Add ${unit} to the units of the line, or correct the rate.`,
  );

/** The law foresees it: the lower of the two applies (Tariff Law, article 13). Often it is a slip all the same. */
const aboveMfn = (line: TariffLine): readonly Finding[] => {
  const { mfn } = line;
  if (!mfn) return [];
  const lower = [
    ...(line.provisional ? [["provisional", line.provisional] as const] : []),
    ...[...line.agreements].map(([name, column]) => [`agreements.${name}`, column] as const),
    ...[...line.special].map(([name, column]) => [`special.${name}`, column] as const),
  ];
  return lower
    .filter(([, { rate }]) => isAbove(rate, mfn.rate))
    .map(([field, { text }]) =>
      finding(
        "above-mfn",
        line.code,
        field,
        `${field} of ${line.code} is ${text}, above MFN ${mfn.text}.`,
        "Nothing if it is meant: the lower one applies.",
      ),
    );
};
