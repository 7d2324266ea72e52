import { yearOf } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { accept } from "../define/command.ts";
import { closed, ZoneId } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { command } from "../law/command.ts";
import { ClassField } from "./entries.ts";
import { ZoneRecord } from "./zone.ts";
import { factFields, isSaid, mistakes, saidAlready, written, zoneKeys, zoneNeeds } from "./zone-facts.ts";

const RatePerformance = Type.Object(
  {
    zone: ZoneId,
    year: Type.Integer({
      minimum: 1990,
      maximum: 9999,
      description: "The year that was rated, for example 2025.",
    }),
    class: ClassField,
    ...factFields,
  },
  closed,
);

/** Records the class of a zone's yearly performance evaluation. The same year again corrects its class. */
export const ratePerformance = command({
  name: "zone.rate-performance",
  title: { en: "Record a year's performance class", zh: "登记绩效评估等级" },
  by: ["administrator"],
  request: RatePerformance,
  needs: ({ zone }) => zoneNeeds(zone),
  places: () => [],
  decide: (request, { records, now }) => {
    const { zone: id, ...fact } = request;
    const zone = records.get(ZoneRecord, id);
    if (isSaid(zone.classes, fact)) return saidAlready();
    const faults: Fault[] = [];
    const [first, today] = [yearOf(zone.types[0]!.from), yearOf(now.day)];
    if (request.year < first)
      faults.push({ pointer: "/year", detail: `${id} is a zone since ${first}.`, try: [String(first)] });
    if (request.year > today)
      faults.push({ pointer: "/year", detail: `${request.year} has not begun.`, try: [String(today)] });
    if (faults.length > 0) return mistakes(faults);
    return accept({ type: "zone.performance-rated", records: zoneKeys(id), body: request });
  },
  answer: written,
});
