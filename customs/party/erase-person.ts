import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, PartyId, Remark } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { PartyRecord } from "./party.ts";

/**
 * Erases the person named at a party, for ever: the key of the personal fields is deleted, the journal stays sealed.
 * Personal Information Protection Law, article 47. Two people.
 */
export const erasePerson = command({
  name: "party.erase-person",
  title: { en: "Erase a party's contact person", zh: "删除联系人个人信息" },
  by: ["administrator"],
  twoPeople: true,
  request: Type.Object({ party: PartyId, reason: Remark }, closed),
  needs: ({ party }) => [must(PartyRecord, party, "/party")],
  places: () => [],
  decide: (request, { records }) => {
    const party = records.get(PartyRecord, request.party);
    if (party.erased)
      return refuse("not-now", "The person has been erased already.", "Nothing is left to do.");
    if (!party.contact)
      return refuse("not-now", "No person is named at this party.", "Nothing is left to do.");
    return accept({
      type: "party.person-erased",
      records: [keyOf(PartyRecord, request.party)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
