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

type Asked = { readonly kind: string; readonly code: string; readonly from: string; readonly until?: string };

/** The end that is asked for, else the one that the same code from the same day has already. */
const untilOf = (codes: readonly ZoneCode[], { kind, code, from, until }: Asked): string | null =>
  until ??
  codes.find((held) => held.kind === kind && held.code === code && held.from === from)?.until ??
  null;

/**
 * A zone is known by a code from a day on. The code it `replaces` ends the day before; papers that carry it keep it.
 * The same code from the same day again corrects its end and its source; without an end it keeps the one it has.
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
    const zone = records.get(ZoneRecord, request.zone);
    const { replaces = null } = request;
    const set = { ...request, until: untilOf(zone.codes, request), replaces } as CodeSet;
    const { zone: _, replaces: __, ...said } = set;
    if (isSaid(zone.codes, said)) return saidAlready();
    const faults = [...wordFaults(set), ...beforeZone(zone, set.from)];
    if (replaces !== null && !canReplace(zone.codes, set))
      faults.push({
        pointer: "/replaces",
        detail: `${replaces} is no ${set.kind} code that the zone has on ${set.from} and had before.`,
      });
    if (faults.length === 0) {
      faults.push(...ownFaults(zone.codes, set));
      faults.push(
        ...othersFaults(records.find(ZoneCodeRecord, codeId(set.kind, set.code))?.holdings ?? [], set),
      );
    }
    if (faults.length > 0) return mistakes(faults);
    const codes = replaces === null ? [set.code] : [set.code, replaces];
    return accept({
      type: "zone.code-set",
      records: [
        ...zoneKeys(request.zone),
        ...codes.map((each) => keyOf(ZoneCodeRecord, codeId(set.kind, each))),
      ],
      body: set,
    });
  },
  answer: written,
});
