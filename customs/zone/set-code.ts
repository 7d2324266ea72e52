import Type from "typebox";
import { accept } from "../define/command.ts";
import { overlap, spanWords } from "../define/dated.ts";
import { closed, Day, ZoneId } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import {
  CODE_KINDS,
  type CodeHolding,
  type CodeSet,
  canReplace,
  codeId,
  holdingWords,
  withCode,
  ZoneCodeRecord,
} from "./codes.ts";
import { CodeField, CodeKindField } from "./entries.ts";
import { type ZoneCode, ZoneRecord } from "./zone.ts";
import {
  beforeZone,
  factFields,
  isSaid,
  mistakes,
  saidAlready,
  written,
  zoneKeys,
  zoneNeeds,
} from "./zone-facts.ts";

const SetCode = Type.Object(
  {
    zone: ZoneId,
    kind: CodeKindField,
    code: CodeField,
    from: Day,
    until: Type.Optional(Day),
    replaces: Type.Optional(CodeField),
    ...factFields,
  },
  closed,
);

const wordFaults = ({ kind, code, from, until, replaces }: CodeSet): readonly Fault[] => {
  const { form, says } = CODE_KINDS[kind];
  const faults: Fault[] = [];
  for (const [field, value] of [
    ["code", code],
    ["replaces", replaces],
  ] as const)
    if (value !== null && !new RegExp(form).test(value))
      faults.push({ pointer: `/${field}`, detail: `${value} is no code of a ${kind}: ${says}.` });
  if (until !== null && until < from)
    faults.push({ pointer: "/until", detail: `It ends before it begins on ${from}.` });
  if (code === replaces) faults.push({ pointer: "/replaces", detail: "A code does not replace itself." });
  return faults;
};

/** What the zone's own codes have against it: the same one, or (of a district) another one, on the same days. */
const ownFaults = (codes: readonly ZoneCode[], set: CodeSet): readonly Fault[] => {
  const after = withCode(codes, set).filter(
    (held) => held.kind === set.kind && (held.code !== set.code || held.from !== set.from),
  );
  const clash = after.find(
    (held) => overlap(held, set) && (held.code === set.code || set.kind === "district"),
  );
  if (!clash) return [];
  const detail = `It has the ${set.kind} code ${clash.code} ${spanWords(clash)}.`;
  if (clash.code === set.code) return [{ pointer: "/from", detail }];
  return [{ pointer: "/replaces", detail, try: [clash.code] }];
};

const othersFaults = (holdings: readonly CodeHolding[], set: CodeSet): readonly Fault[] => {
  const clash = holdings.find(({ zone, ...span }) => zone !== set.zone && overlap(span, set));
  return clash && CODE_KINDS[set.kind].isOnes
    ? [{ pointer: "/code", detail: `${holdingWords(clash)}; two zones never share a ${set.kind} code.` }]
    : [];
};

/**
 * A zone is known by a code from a day on. The code it `replaces` ends the day before; papers that carry it keep it.
 * The same code from the same day again corrects its end and its source.
 */
export const setCode = command({
  name: "zone.set-code",
  title: { en: "Give a zone a code", zh: "设置区域代码" },
  by: ["administrator"],
  request: SetCode,
  needs: ({ zone, kind, code, replaces }) => [
    ...zoneNeeds(zone),
    may(ZoneCodeRecord, codeId(kind, code)),
    ...(replaces === undefined ? [] : [may(ZoneCodeRecord, codeId(kind, replaces))]),
  ],
  places: () => [],
  decide: (request, { records }) => {
    const days = invalidDays(request, ["from", "until"]);
    if (days.length > 0) return mistakes(days);
    const { until = null, replaces = null, ...rest } = request;
    const set = { ...rest, until, replaces } as CodeSet;
    const zone = records.get(ZoneRecord, request.zone);
    const { kind, code, from, source, confirmed } = set;
    if (isSaid(zone.codes, { kind, code, from, until, source, confirmed })) return saidAlready();
    const faults = [...wordFaults(set), ...beforeZone(zone, from)];
    if (replaces !== null && !canReplace(zone.codes, set))
      faults.push({
        pointer: "/replaces",
        detail: `${replaces} is no ${kind} code that the zone has on ${from} and had before.`,
      });
    if (faults.length === 0) {
      faults.push(...ownFaults(zone.codes, set));
      faults.push(...othersFaults(records.find(ZoneCodeRecord, codeId(kind, code))?.holdings ?? [], set));
    }
    if (faults.length > 0) return mistakes(faults);
    const codes = replaces === null ? [code] : [code, replaces];
    return accept({
      type: "zone.code-set",
      records: [...zoneKeys(request.zone), ...codes.map((each) => keyOf(ZoneCodeRecord, codeId(kind, each)))],
      body: set,
    });
  },
  answer: written,
});
