import { mayFollow } from "@openftz/kernel/states.ts";
import Type from "typebox";
import { accept } from "../define/command.ts";
import { closed, Day, ZoneId } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { ACCEPTANCE, type AcceptanceStep, type Accepted, stepsOf, WHOLE_ZONE } from "./acceptance.ts";
import { AcceptanceField, PartField } from "./entries.ts";
import { ZoneRecord } from "./zone.ts";
import { factFields, isSaid, mistakes, saidAlready, written, zoneKeys, zoneNeeds } from "./zone-facts.ts";

const RecordAcceptance = Type.Object(
  { zone: ZoneId, part: Type.Optional(PartField), step: AcceptanceField, on: Day, ...factFields },
  closed,
);

/** What is wrong with a step after those the part has taken. The last one may be recorded again with another day. */
const stepFaults = (taken: readonly Accepted[], step: AcceptanceStep, on: string): readonly Fault[] => {
  const before = taken.at(-1)?.step === step ? taken.slice(0, -1) : taken;
  const last = before.at(-1);
  const next: readonly AcceptanceStep[] = last ? ACCEPTANCE[last.step] : ["approved"];
  const isNext = last ? mayFollow(ACCEPTANCE, last.step, step) : step === "approved";
  if (!isNext)
    return [
      {
        pointer: "/step",
        detail: last
          ? `After ${last.step} on ${last.on} comes not ${step}.`
          : `It begins with approved, not with ${step}.`,
        try: next,
      },
    ];
  return last && on < last.on
    ? [{ pointer: "/on", detail: `It was ${last.step} on ${last.on}; this comes later.`, try: [last.on] }]
    : [];
};

/** Records a step towards a zone's operation: approval, construction, joint acceptance, closed operation. */
export const recordAcceptance = command({
  name: "zone.record-acceptance",
  title: { en: "Record a step of acceptance", zh: "登记验收进度" },
  by: ["administrator"],
  request: RecordAcceptance,
  needs: ({ zone }) => zoneNeeds(zone),
  places: () => [],
  decide: (request, { records }) => {
    const { zone, part = WHOLE_ZONE, step, on, source, confirmed } = request;
    const taken = stepsOf(records.get(ZoneRecord, zone).acceptance, part);
    const fact = { part, step, on, source, confirmed };
    if (isSaid(taken, fact)) return saidAlready();
    const faults = [...invalidDays(request, ["on"]), ...stepFaults(taken, step, on)];
    if (faults.length > 0) return mistakes(faults);
    return accept({ type: "zone.acceptance-recorded", records: zoneKeys(zone), body: { zone, ...fact } });
  },
  answer: written,
});
