import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, PartyId, Remark } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { CreditLevelField, PartyRecord } from "./party.ts";

/** Customs decides an enterprise's credit level from a day on. Decree 251. */
export const setCredit = command({
  name: "party.set-credit",
  title: { en: "Set a party's credit level", zh: "调整企业信用等级" },
  by: ["officer"],
  request: Type.Object({ party: PartyId, level: CreditLevelField, from: Day, reason: Remark }, closed),
  needs: ({ party }) => [must(PartyRecord, party, "/party")],
  places: () => "anywhere",
  decide: (request) => {
    const faults = invalidDays(request, ["from"]);
    if (faults.length > 0) return refuse("invalid-request", "A day does not exist.", "Correct it.", faults);
    return accept({ type: "party.credit-set", records: [keyOf(PartyRecord, request.party)], body: request });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
