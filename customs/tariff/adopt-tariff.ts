import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type, { type Static } from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, FileHash, Name } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { FindingCounts } from "./adoption.ts";
import type { TariffCheck } from "./check-tariff.ts";
import { checkBasis, checkIn, checkNeeds } from "./checked-edition.ts";
import { EditionFile } from "./edition.ts";
import { countFindings, FINDINGS, type FindingKind } from "./finding.ts";
import { TARIFF_ID, TariffRecord } from "./tariff-book.ts";

const AdoptTariff = Type.Object(
  {
    edition: FileHash,
    from: Day,
    source: Name,
    counts: Type.Optional(Type.Record(Type.String(), Type.Integer())),
    /** What `tariff.findings` found and the keeper means, by kind with the number found: {"rate-moved":3}. */
    accepted: Type.Optional(FindingCounts),
  },
  closed,
);

const MOST_TOLD = 20;

/**
 * What stands against an adoption: findings that need acceptance and are not accepted by their number, and
 * acceptances of what was not found. A number that differs means that the keeper looked at something else.
 */
const openFaults = ({ findings }: TariffCheck, accepted: Static<typeof FindingCounts>): readonly Fault[] => {
  const found = countFindings(findings, "needs-acceptance");
  const kinds = new Set([...Object.keys(found), ...Object.keys(accepted)]);
  return [...kinds].flatMap((kind) => {
    const [count, given] = [found[kind as FindingKind] ?? 0, accepted[kind] ?? 0];
    if (count === given) return [];
    const about = Object.hasOwn(FINDINGS, kind) ? `: ${FINDINGS[kind as FindingKind][1]}` : "";
    const head = {
      pointer: `/accepted/${kind}`,
      detail: `${count} found, ${given} accepted${about}.`,
      try: [`{"${kind}":${count}}`],
    };
    const told = findings.filter((each) => each.kind === kind).slice(0, MOST_TOLD);
    return [head, ...told.map(({ detail }) => ({ pointer: `/accepted/${kind}`, detail }))];
  });
};

/**
 * Puts a tariff edition in force from a day. The file was read, compiled and checked against the edition before it
 * outside the writer; this act is small, so that filing never waits for an import.
 */
export const adoptTariff = command({
  name: "tariff.adopt",
  title: { en: "Adopt a tariff edition", zh: "启用税则版本" },
  by: ["tariff-keeper"],
  request: AdoptTariff,
  needs: ({ edition, from }, records) => checkNeeds(records, edition, parsePlainDate(from)),
  places: () => [],
  decide: ({ accepted = {}, ...request }, { records }) => {
    const from = parsePlainDate(request.from);
    if (!from)
      return refuse(
        "invalid-request",
        "A day does not exist.",
        "Correct it.",
        invalidDays(request, ["from"]),
      );
    const basis = checkBasis(records, request.edition, from);
    const check = checkIn(records, basis);
    const faults = openFaults(check, accepted);
    if (faults.length > 0)
      return refuse(
        "invalid-request",
        "The check of the edition found what a person must accept.",
        "Look at it with tariff.findings; when it is meant, accept each kind by its number.",
        faults,
      );
    const { added = [], changed = [], ended = [] } = check.changes ?? {};
    return accept({
      type: "tariff.adopted",
      records: [keyOf(TariffRecord, TARIFF_ID)],
      body: {
        ...request,
        lines: records.get(EditionFile, request.edition).size,
        accepted,
        check: {
          before: basis.before,
          hs: basis.hs.map(({ file }) => file),
          added: added.length,
          changed: changed.length,
          ended: ended.length,
          warnings: countFindings(check.findings, "warning"),
        },
      },
    });
  },
  answer: ([entry]) => {
    const { accepted, check, ...body } = entry!.body as AdoptedBody;
    return { position: entry!.position, ...body, ...(check && { accepted, check }) };
  },
});

type AdoptedBody = { edition: string; lines: number; accepted: object; check: object | null };
