import Type from "typebox";
import { accept } from "../define/command.ts";
import { closed, Day, ZoneId } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { AS_TYPE, CAPABILITY_NAMES, examplesOf, isCapability, takesValue } from "./capability.ts";
import { CapabilityField, CapabilityValueField } from "./entries.ts";
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

const SetSetting = Type.Object(
  { zone: ZoneId, capability: CapabilityField, value: CapabilityValueField, from: Day, ...factFields },
  closed,
);

const valueFaults = (capability: string, value: string): readonly Fault[] => {
  if (!isCapability(capability))
    return [
      { pointer: "/capability", detail: `${capability} is no capability of a zone.`, try: CAPABILITY_NAMES },
    ];
  if (value === AS_TYPE || takesValue(capability, value)) return [];
  return [
    {
      pointer: "/value",
      detail: `${capability} is never ${value}.`,
      try: [...examplesOf(capability), AS_TYPE],
    },
  ];
};

/**
 * Sets what a zone does otherwise than its type, from a day on: in Yangshan no account books are required and the
 * second line is declared by the enterprise outside. "as-type" ends it. The same day again corrects that day's value.
 */
export const setSetting = command({
  name: "zone.set-setting",
  title: { en: "Set what a zone does otherwise than its type", zh: "设置区域特别规定" },
  by: ["administrator"],
  request: SetSetting,
  needs: ({ zone }) => zoneNeeds(zone),
  places: () => [],
  decide: (request, { records }) => {
    const { zone: id, ...fact } = request;
    const zone = records.get(ZoneRecord, id);
    if (isSaid(zone.settings, fact)) return saidAlready();
    const faults = [
      ...invalidDays(request, ["from"]),
      ...beforeZone(zone, request.from),
      ...valueFaults(request.capability, request.value),
    ];
    if (faults.length > 0) return mistakes(faults);
    return accept({ type: "zone.setting-set", records: zoneKeys(id), body: request });
  },
  answer: written,
});
