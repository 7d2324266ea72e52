import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, Name, PartyId } from "../define/fields.ts";
import { keyOf, may } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { Contact, CreditLevelField, PartyRecord } from "./party.ts";

const RegisterParty = Type.Object(
  { party: PartyId, name: Name, credit: CreditLevelField, from: Day, contact: Type.Optional(Contact) },
  closed,
);

/** Enters an enterprise in the register, with the credit level it starts with. Customs Law, article 11. */
export const registerParty = command({
  name: "party.register",
  title: { en: "Register a party", zh: "企业备案" },
  by: ["administrator", "importer"],
  request: RegisterParty,
  needs: ({ party }) => [may(PartyRecord, party)],
  places: () => [],
  decide: (request, { records }) => {
    const faults = invalidDays(request, ["from"]);
    if (faults.length > 0) return refuse("invalid-request", "A day does not exist.", "Correct it.", faults);
    if (records.find(PartyRecord, request.party))
      return refuse("not-now", `${request.party} is registered already.`, "Change the party instead.");
    return accept({
      type: "party.registered",
      records: [keyOf(PartyRecord, request.party)],
      body: request,
    });
  },
  answer: ([entry]) => ({ party: (entry!.body as { party: string }).party, position: entry!.position }),
});
