import Type from "typebox";
import { accept } from "../define/command.ts";
import { overlap, type Span, spanWords } from "../define/dated.ts";
import { closed, Day, ZoneId } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { ZoneRecord } from "../zone/zone.ts";
import { beforeZone, factFields, isSaid, mistakes, saidAlready, written } from "../zone/zone-facts.ts";
import { beforeArea } from "./change-area.ts";
import { ExtentField, PolicyAreaId } from "./entries.ts";
import { type PlacedZone, PolicyAreaRecord } from "./policy-area.ts";

const PlaceZone = Type.Object(
  {
    area: PolicyAreaId,
    zone: ZoneId,
    extent: ExtentField,
    from: Day,
    until: Type.Optional(Day),
    ...factFields,
  },
  closed,
);

const spanFaults = (placed: readonly PlacedZone[], zone: string, span: Span): readonly Fault[] => {
  const clash = placed.find((each) => each.zone === zone && each.from !== span.from && overlap(each, span));
  return [
    ...(span.until !== null && span.until < span.from
      ? [{ pointer: "/until", detail: `It ends before it begins on ${span.from}.` }]
      : []),
    ...(clash ? [{ pointer: "/from", detail: `${zone} lies in it ${spanWords(clash)} already.` }] : []),
  ];
};

/**
 * A zone lies in a policy area, from a day on and perhaps until another; it may lie in several. The same day again
 * corrects the extent and the end.
 */
export const placeZone = command({
  name: "policy-area.place-zone",
  title: { en: "Place a zone in a policy area", zh: "登记区域所属政策区域" },
  by: ["administrator"],
  request: PlaceZone,
  needs: ({ area, zone }) => [must(PolicyAreaRecord, area, "/area"), must(ZoneRecord, zone, "/zone")],
  places: () => [],
  decide: (request, { records }) => {
    const days = invalidDays(request, ["from", "until"]);
    if (days.length > 0) return mistakes(days);
    const { area: id, zone, until = null, ...rest } = request;
    const area = records.get(PolicyAreaRecord, id);
    const placed = { zone, until, ...rest } as PlacedZone;
    if (isSaid(area.zones, placed)) return saidAlready();
    const faults = [
      ...beforeArea(area, request.from),
      ...beforeZone(records.get(ZoneRecord, zone), request.from),
      ...spanFaults(area.zones, zone, placed),
    ];
    if (faults.length > 0) return mistakes(faults);
    return accept({
      type: "policy-area.zone-placed",
      records: [keyOf(PolicyAreaRecord, id)],
      body: { area: id, ...placed },
    });
  },
  answer: written,
});
