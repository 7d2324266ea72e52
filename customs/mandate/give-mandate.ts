import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, PartyId } from "../define/fields.ts";
import { keyOf, may, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { PartyRecord } from "../party/party.ts";
import { MandateRecord, mandateId } from "./mandate.ts";

/** A trader lets a broker declare in its name, from a day, perhaps until a day. Customs Law, article 9. */
export const giveMandate = command({
  name: "mandate.give",
  title: { en: "Give a broker a mandate", zh: "委托报关" },
  by: ["declarant", "importer"],
  request: Type.Object({ party: PartyId, broker: PartyId, from: Day, until: Type.Optional(Day) }, closed),
  needs: ({ party, broker }) => [
    must(PartyRecord, party, "/party"),
    must(PartyRecord, broker, "/broker"),
    may(MandateRecord, mandateId(party, broker)),
  ],
  places: ({ party }) => [keyOf(PartyRecord, party)],
  decide: (request) => {
    const faults = [...invalidDays(request, ["from", "until"])];
    if (request.until !== undefined && request.until < request.from)
      faults.push({ pointer: "/until", detail: `It ends before it begins on ${request.from}.` });
    if (request.party === request.broker)
      faults.push({ pointer: "/broker", detail: "A party needs no mandate to declare for itself." });
    if (faults.length > 0)
      return refuse(
        "invalid-request",
        "The mandate has mistakes.",
        "Correct them and send it again.",
        faults,
      );
    return accept({
      type: "mandate.given",
      records: [keyOf(MandateRecord, mandateId(request.party, request.broker))],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
