import Type from "typebox";
import { accept } from "../define/command.ts";
import { closed, Day, FileHash, ZoneId } from "../define/fields.ts";
import { must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { BoundaryFile } from "./boundary.ts";
import { ZoneRecord } from "./zone.ts";
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

/** Whether an outline was surveyed or only drawn by eye. */
export const Approximate = Type.Boolean({ description: "True: drawn by eye, not surveyed." });

const DrawBoundary = Type.Object(
  { zone: ZoneId, file: FileHash, from: Day, approximate: Approximate, ...factFields },
  closed,
);

/**
 * A zone has an outline from a day on: a GeoJSON file that was sent before. The same day again corrects the outline of
 * that day. What becomes of goods on land that falls out is for the accounts to settle before.
 */
export const drawBoundary = command({
  name: "zone.draw-boundary",
  title: { en: "Draw a zone's boundary", zh: "划定区域边界" },
  by: ["administrator"],
  request: DrawBoundary,
  needs: ({ zone, file }) => [...zoneNeeds(zone), must(BoundaryFile, file, "/file")],
  places: () => [],
  decide: (request, { records }) => {
    const { zone: id, ...fact } = request;
    const zone = records.get(ZoneRecord, id);
    if (isSaid(zone.boundaries, fact)) return saidAlready();
    const faults = [
      ...invalidDays(request, ["from"]),
      ...beforeZone(zone, request.from),
      ...records.get(BoundaryFile, request.file).faults.map((detail) => ({ pointer: "/file", detail })),
    ];
    if (faults.length > 0) return mistakes(faults);
    return accept({ type: "zone.boundary-drawn", records: zoneKeys(id), body: request });
  },
  answer: written,
});
