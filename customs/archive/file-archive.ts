import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import type { Place } from "../define/actor.ts";
import { accept, refuse } from "../define/command.ts";
import { closed, Remark } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, must, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { OfficeRecord } from "../office/office.ts";
import { PartyRecord } from "../party/party.ts";
import { ArchiveNumber, ArchiveRecord, ChangeArchive, type Content, FileArchive } from "./archive.ts";

const BASE = 36;
const SERIAL_DIGITS = 4;

/** IE, office, year, and the position in base 36. */
const numberFor = (office: string, day: string, ticket: number): string =>
  `IE${office}${day.slice(2, 4)}${(ticket % BASE ** SERIAL_DIGITS).toString(BASE).toUpperCase().padStart(SERIAL_DIGITS, "0")}`;

const placeOf =
  (of: "party" | "office") =>
  (archive: string, records: Records): readonly Place[] => {
    const it = records.find(ArchiveRecord, archive);
    return it ? [keyOf(of === "party" ? PartyRecord : OfficeRecord, it[of])] : [];
  };

const contentFaults = (content: Content, day: PlainDate): readonly Fault[] => {
  const faults: Fault[] = [...invalidDays(content, ["validUntil"])];
  if (content.validUntil < day)
    faults.push({ pointer: "/validUntil", detail: `The archive would end before today, ${day}.` });
  const seen = new Set<string>();
  for (const [index, { heading, name, kind }] of (content.goods ?? []).entries()) {
    const key = `${kind} ${heading} ${name}`;
    if (seen.has(key))
      faults.push({ pointer: `/goods/${index}`, detail: `${heading} ${name} is named twice.` });
    seen.add(key);
  }
  return faults;
};

const mistakes = (faults: readonly Fault[]) =>
  refuse("invalid-request", "The archive has mistakes.", "Correct them and send it again.", faults);

/** An enterprise files what it keeps and makes; books that name the archive hold goods of it only. */
export const fileArchive = command({
  name: "archive.file",
  title: { en: "File an enterprise archive", zh: "企业档案库备案" },
  by: ["declarant"],
  request: FileArchive,
  scope: ({ party }) => keyOf(PartyRecord, party),
  needs: ({ party, office }) => [must(PartyRecord, party, "/party"), must(OfficeRecord, office, "/office")],
  places: ({ party }) => [keyOf(PartyRecord, party)],
  decide: (request, { now, ticket }) => {
    const faults = contentFaults(request as unknown as Content, now.day);
    if (faults.length > 0) return mistakes(faults);
    const archive = numberFor(request.office, now.day, ticket);
    return accept({
      type: "archive.filed",
      records: [keyOf(ArchiveRecord, archive)],
      creates: keyOf(ArchiveRecord, archive),
      withRequest: true,
      body: { archive },
    });
  },
  answer: ([entry]) => ({
    position: entry!.position,
    archive: (entry!.body as { archive: string }).archive,
    state: "filed",
  }),
});

/** An enterprise asks for a change of its archive: until an officer has decided, it says what it said. */
export const fileArchiveChange = command({
  name: "archive.file-change",
  title: { en: "Ask for a change of an archive", zh: "企业档案库变更申请" },
  by: ["declarant"],
  request: ChangeArchive,
  needs: ({ archive }) => [must(ArchiveRecord, archive, "/archive")],
  places: ({ archive }, records) => placeOf("party")(archive, records),
  decide: (request, { records, now }) => {
    const it = records.get(ArchiveRecord, request.archive);
    if (it.state !== "effective")
      return refuse("not-now", `${it.number} is ${it.state}.`, "Only an archive in force is changed.");
    if (it.change)
      return refuse("not-now", `${it.number} has a change that waits already.`, "Wait for the decision.");
    const faults = contentFaults(request as unknown as Content, now.day);
    if (faults.length > 0) return mistakes(faults);
    return accept({
      type: "archive.change-filed",
      records: [keyOf(ArchiveRecord, it.number)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

/** An officer takes an archive, or its change, into force, or declines it and says why. */
export const decideArchive = command({
  name: "archive.decide",
  title: { en: "Decide on an archive", zh: "企业档案库审批" },
  by: ["officer"],
  request: Type.Object({ archive: ArchiveNumber, accept: Type.Boolean(), reason: Remark }, closed),
  needs: ({ archive }) => [must(ArchiveRecord, archive, "/archive")],
  places: ({ archive }, records) => placeOf("office")(archive, records),
  decide: (request, { records }) => {
    const { number, state, change } = records.get(ArchiveRecord, request.archive);
    if (state !== "filed" && change === null)
      return refuse("not-now", `${number} is ${state}, and no change waits.`, "Nothing is left to decide.");
    return accept({ type: "archive.decided", records: [keyOf(ArchiveRecord, number)], body: request });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
