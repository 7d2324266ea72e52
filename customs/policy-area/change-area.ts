/** What may change of a policy area: its name and its outline. */
import Type from "typebox";
import { accept } from "../define/command.ts";
import { closed, Day, FileHash } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { BoundaryFile } from "../zone/boundary.ts";
import { Approximate } from "../zone/draw-boundary.ts";
import { ZoneName } from "../zone/entries.ts";
import { factFields, isSaid, mistakes, saidAlready, written } from "../zone/zone-facts.ts";
import { PolicyAreaId } from "./entries.ts";
import { type PolicyArea, PolicyAreaRecord } from "./policy-area.ts";

/** A fault when a fact is older than the area. */
export const beforeArea = ({ id, names }: PolicyArea, from: string): readonly Fault[] => {
  const first = names[0]!.from;
  return from < first ? [{ pointer: "/from", detail: `${id} was set up on ${first}.`, try: [first] }] : [];
};

/** A policy area has another name from a day on. The same day again corrects the name of that day. */
export const renameArea = command({
  name: "policy-area.rename",
  title: { en: "Rename a policy area", zh: "变更政策区域名称" },
  by: ["administrator"],
  request: Type.Object({ area: PolicyAreaId, name: ZoneName, from: Day, ...factFields }, closed),
  needs: ({ area }) => [must(PolicyAreaRecord, area, "/area")],
  places: () => [],
  decide: (request, { records }) => {
    const { area: id, ...fact } = request;
    const area = records.get(PolicyAreaRecord, id);
    if (isSaid(area.names, fact)) return saidAlready();
    const faults = [...invalidDays(request, ["from"]), ...beforeArea(area, request.from)];
    if (faults.length > 0) return mistakes(faults);
    return accept({ type: "policy-area.renamed", records: [keyOf(PolicyAreaRecord, id)], body: request });
  },
  answer: written,
});

/** A policy area has an outline from a day on. The same day again corrects the outline of that day. */
export const drawArea = command({
  name: "policy-area.draw-boundary",
  title: { en: "Draw a policy area's boundary", zh: "划定政策区域边界" },
  by: ["administrator"],
  request: Type.Object(
    { area: PolicyAreaId, file: FileHash, from: Day, approximate: Approximate, ...factFields },
    closed,
  ),
  needs: ({ area, file }) => [must(PolicyAreaRecord, area, "/area"), must(BoundaryFile, file, "/file")],
  places: () => [],
  decide: (request, { records }) => {
    const { area: id, ...fact } = request;
    const area = records.get(PolicyAreaRecord, id);
    if (isSaid(area.boundaries, fact)) return saidAlready();
    const faults = [
      ...invalidDays(request, ["from"]),
      ...beforeArea(area, request.from),
      ...records.get(BoundaryFile, request.file).faults.map((detail) => ({ pointer: "/file", detail })),
    ];
    if (faults.length > 0) return mistakes(faults);
    return accept({
      type: "policy-area.boundary-drawn",
      records: [keyOf(PolicyAreaRecord, id)],
      body: request,
    });
  },
  answer: written,
});
