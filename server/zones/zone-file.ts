/**
 * A file of a district's zones: offices, the matrix of capabilities, zones and policy areas with their dated facts.
 * It becomes requests, which the desk checks one by one; here only the shape of the file is checked.
 */

/** One request of the file, and where in the file it stands. An outline is kept as a file first, and named in `file`. */
export type ZoneStep = {
  readonly place: string;
  readonly command: string;
  readonly request: object;
  readonly outline?: Uint8Array;
};

/** What is done with a file: steps of one list one after another, lists side by side; zones before policy areas. */
export type ZonePlan = {
  readonly offices: readonly ZoneStep[];
  /** The file of the matrix, beside this one, and its source. */
  readonly capabilities: { readonly file: string; readonly source: string } | undefined;
  readonly zones: readonly (readonly ZoneStep[])[];
  readonly areas: readonly (readonly ZoneStep[])[];
};

/** The plan, or everything that is wrong with the file's shape. */
export type ReadPlan = { readonly plan: ZonePlan } | { readonly faults: readonly string[] };

type Json = Readonly<Record<string, unknown>>;

/** Lists of facts, in the order in which they are entered, and the command of each. */
const OF_ZONE = {
  types: "zone.change-type",
  offices: "zone.change-office",
  codes: "zone.set-code",
  boundaries: "zone.draw-boundary",
  acceptance: "zone.record-acceptance",
  classes: "zone.rate-performance",
  settings: "zone.set-setting",
} as const;
const OF_AREA = {
  names: "policy-area.rename",
  boundaries: "policy-area.draw-boundary",
  zones: "policy-area.place-zone",
} as const;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads the objects of a list with their places; what is none is a fault. */
const objectsIn = (
  value: unknown,
  list: string,
  faults: string[],
): readonly { readonly place: string; readonly json: Json }[] => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) faults.push(`${list} is no list.`);
  return (Array.isArray(value) ? value : []).flatMap((json: unknown, at) => {
    const place = `${list}[${at}]`;
    if (isObject(json)) return [{ place, json }];
    faults.push(`${place} is no object.`);
    return [];
  });
};

const refuseUnknown = (json: Json, known: readonly string[], place: string, faults: string[]): void => {
  for (const field of Object.keys(json))
    if (!known.includes(field))
      faults.push(`${place}${field} means nothing here; known are ${known.join(", ")}.`);
};

/** The steps of the lists of facts that belong to one zone or area. */
const factSteps = (
  json: Json,
  lists: Readonly<Record<string, string>>,
  owner: object,
  place: string,
  faults: string[],
): readonly ZoneStep[] =>
  Object.entries(lists).flatMap(([list, command]) =>
    objectsIn(json[list], `${place}.${list}`, faults).map(({ place: at, json: { outline, ...fact } }) => ({
      place: at,
      command,
      request: { ...owner, ...fact },
      ...(outline !== undefined && { outline: Buffer.from(JSON.stringify(outline)) }),
    })),
  );

/** The first of the list goes into the registration; the others are changes. */
const withFirst = (json: Json, list: string): readonly [first: Json, rest: Json] => {
  const [first, ...more] = Array.isArray(json[list]) ? (json[list] as readonly Json[]) : [];
  return [isObject(first) ? first : {}, { ...json, [list]: more }];
};

const zoneSteps = (json: Json, place: string, faults: string[]): readonly ZoneStep[] => {
  refuseUnknown(json, ["zone", "name", "office", ...Object.keys(OF_ZONE)], `${place}.`, faults);
  const { zone, name, office } = json;
  const [type, rest] = withFirst(json, "types");
  return [
    { place, command: "zone.register", request: { zone, name, office, ...type } },
    ...factSteps(rest, OF_ZONE, { zone }, place, faults),
  ];
};

const areaSteps = (json: Json, place: string, faults: string[]): readonly ZoneStep[] => {
  refuseUnknown(json, ["area", "kind", ...Object.keys(OF_AREA)], `${place}.`, faults);
  const { area, kind } = json;
  const [name, rest] = withFirst(json, "names");
  return [
    { place, command: "policy-area.register", request: { area, kind, ...name } },
    ...factSteps(rest, OF_AREA, { area }, place, faults),
  ];
};

const capabilitiesIn = (value: unknown, faults: string[]): ZonePlan["capabilities"] => {
  if (value === undefined) return undefined;
  const { file, source, ...more } = isObject(value) ? value : {};
  if (typeof file === "string" && typeof source === "string" && Object.keys(more).length === 0)
    return { file, source };
  faults.push("capabilities has the name of a file beside this one (file), and its source.");
  return undefined;
};

/** Reads the text of a file of zones. */
export const readZoneFile = (text: string): ReadPlan => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { faults: [`It is no JSON: ${(error as Error).message}.`] };
  }
  if (!isObject(json)) return { faults: ["It is no JSON object."] };
  const faults: string[] = [];
  refuseUnknown(json, ["about", "offices", "capabilities", "zones", "policyAreas"], "", faults);
  const plan: ZonePlan = {
    offices: objectsIn(json.offices, "offices", faults).map(({ place, json: request }) => ({
      place,
      command: "office.register",
      request,
    })),
    capabilities: capabilitiesIn(json.capabilities, faults),
    zones: objectsIn(json.zones, "zones", faults).map((each) => zoneSteps(each.json, each.place, faults)),
    areas: objectsIn(json.policyAreas, "policyAreas", faults).map((each) =>
      areaSteps(each.json, each.place, faults),
    ),
  };
  return faults.length > 0 ? { faults } : { plan };
};
