import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { ArchiveRecord, type EnterpriseArchive, whyNotInForce } from "../archive/archive.ts";
import { accept, refuse } from "../define/command.ts";
import { closed, Reference } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { OfficeRecord } from "../office/office.ts";
import { PartyRecord } from "../party/party.ts";
import { typeOn, ZoneRecord } from "../zone/zone.ts";
import { whyNot, zoneNeeds } from "../zone/zone-says.ts";
import { AccountBookRecord, BookHead } from "./account-book.ts";
import { asksOf } from "./book-kinds.ts";

const BASE = 36;
const SERIAL_DIGITS = 6;
const SERIALS = BASE ** SERIAL_DIGITS;

/** T, office, W, and the position in base 36: unique without a counter to wait for. */
const numberFor = (office: string, ticket: number): string =>
  `T${office}W${(ticket % SERIALS).toString(BASE).toUpperCase().padStart(SERIAL_DIGITS, "0")}`;

const archiveFaults = (
  archive: EnterpriseArchive,
  { party, validUntil }: { readonly party: string; readonly validUntil: string },
  day: PlainDate,
): readonly Fault[] => {
  const pointer = "/archive";
  if (archive.party !== party) return [{ pointer, detail: `${archive.number} is not of ${party}.` }];
  const none = whyNotInForce(archive, day);
  if (none) return [{ pointer, detail: none }];
  const { validUntil: until } = archive.content;
  return validUntil <= until
    ? []
    : [
        {
          pointer: "/validUntil",
          detail: `${archive.number} itself is valid until ${until} only.`,
          try: [until],
        },
      ];
};

/** An enterprise of a zone asks for a book. Domain 2.4.3, 2.5.2. */
export const openAccountBook = command({
  name: "account-book.open",
  title: { en: "Ask for a book", zh: "账册备案" },
  by: ["declarant"],
  request: Type.Object({ reference: Reference, ...BookHead }, closed),
  scope: ({ party }) => keyOf(PartyRecord, party),
  needs: ({ party, zone, office, archive }, records) => [
    ...zoneNeeds(zone, records),
    must(PartyRecord, party, "/party"),
    must(ZoneRecord, zone, "/zone"),
    must(OfficeRecord, office, "/office"),
    ...(archive === undefined ? [] : [must(ArchiveRecord, archive, "/archive")]),
  ],
  places: ({ party }) => [keyOf(PartyRecord, party)],
  decide: (head, { records, now, ticket }) => {
    const faults: Fault[] = [...invalidDays(head, ["validUntil"])];
    if (head.validUntil < now.day)
      faults.push({ pointer: "/validUntil", detail: `The book would end before today, ${now.day}.` });
    if (typeOn(records.get(ZoneRecord, head.zone), now.day) === undefined)
      faults.push({ pointer: "/zone", detail: `${head.zone} is not open yet on ${now.day}.` });
    const archive = head.archive === undefined ? undefined : records.get(ArchiveRecord, head.archive);
    if (archive) faults.push(...archiveFaults(archive, head, now.day));
    const kind = head.kind ?? "logistics";
    const { asks, separate } = asksOf(kind);
    const forbidden = whyNot(head.zone, asks, `keeps no books of ${kind}`, now.day, records);
    if (forbidden) faults.push({ pointer: "/kind", detail: forbidden });
    if (separate && head.mode !== "separate")
      faults.push({
        pointer: "/mode",
        detail: `In a book of ${kind} every arrival is a line of its own.`,
        try: ["separate"],
      });
    const none = whyNot(head.zone, "ledger-required", "keeps no books", now.day, records);
    if (none) faults.push({ pointer: "/zone", detail: none });
    if (faults.length > 0)
      return refuse("invalid-request", "The book has mistakes.", "Correct them and send it again.", faults);
    const number = numberFor(head.office, ticket);
    return accept({
      type: "account-book.opened",
      records: [keyOf(AccountBookRecord, number)],
      creates: keyOf(AccountBookRecord, number),
      withRequest: true,
      body: { number },
    });
  },
  answer: ([entry]) => ({
    position: entry!.position,
    book: (entry!.body as { number: string }).number,
    state: "declared",
  }),
});
