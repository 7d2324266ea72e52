import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, PartyId } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { PartyRecord } from "../party/party.ts";
import { MandateRecord, mandateId } from "./mandate.ts";

/** A trader takes a mandate back; declarations already filed stand. */
export const withdrawMandate = command({
  name: "mandate.withdraw",
  title: { en: "Withdraw a mandate", zh: "撤销委托" },
  by: ["declarant"],
  request: Type.Object({ party: PartyId, broker: PartyId }, closed),
  needs: ({ party, broker }) => [must(MandateRecord, mandateId(party, broker), "/broker")],
  places: ({ party }) => [keyOf(PartyRecord, party)],
  decide: (request, { records }) => {
    const mandate = records.get(MandateRecord, mandateId(request.party, request.broker));
    if (mandate.withdrawn)
      return refuse("not-now", "The mandate was withdrawn before.", "Nothing is left to do.");
    return accept({
      type: "mandate.withdrawn",
      records: [keyOf(MandateRecord, mandateId(request.party, request.broker))],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
