/** Reads all policy areas of the district. */
import { may, type Need, type Records } from "../define/record.ts";
import { ALL_AREAS, type PolicyArea, PolicyAreaRecord, PolicyAreaRegisterRecord } from "./policy-area.ts";

const namesOf = (records: Records): readonly string[] =>
  records.find(PolicyAreaRegisterRecord, ALL_AREAS)?.areas ?? [];

/** What has to be read. */
export const areaNeeds = (records: Records): readonly Need[] => [
  may(PolicyAreaRegisterRecord, ALL_AREAS),
  ...namesOf(records).map((area) => may(PolicyAreaRecord, area)),
];

/** All of them, by their ids. */
export const areasIn = (records: Records): readonly PolicyArea[] =>
  namesOf(records).flatMap((area) => records.find(PolicyAreaRecord, area) ?? []);
