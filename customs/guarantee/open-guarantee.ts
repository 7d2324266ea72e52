import { parseMoney } from "@openftz/kernel/money.ts";
import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, Name, PartyId } from "../define/fields.ts";
import { MOST_FEN } from "../define/limits.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { PartyRecord } from "../party/party.ts";
import { GuaranteeId, GuaranteeRecord, oneBusiness, opening } from "./guarantee.ts";

const MONEY_DIGITS = 2;

const OpenGuarantee = Type.Object(
  {
    guarantee: GuaranteeId,
    party: PartyId,
    guarantor: Name,
    limit: Type.String({
      pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?$",
      description: "CNY, at most two decimals.",
    }),
    from: Day,
    until: Day,
    /** What it is for; absent: for all. */
    businesses: Type.Optional(Type.Array(oneBusiness, { minItems: 1, uniqueItems: true })),
  },
  closed,
);

/** Customs takes a letter of guarantee into its books. Customs guarantee regulation, articles 11 and 12. */
export const openGuarantee = command({
  name: "guarantee.open",
  title: { en: "Open a general guarantee", zh: "备案总担保" },
  by: ["officer", "importer"],
  request: OpenGuarantee,
  needs: ({ guarantee, party }) => [may(GuaranteeRecord, guarantee), must(PartyRecord, party, "/party")],
  places: () => "anywhere",
  decide: (request, { records }) => {
    const faults: Fault[] = [...invalidDays(request, ["from", "until"])];
    const limit = parseMoney(request.limit, "CNY", MONEY_DIGITS);
    if (limit && limit.amount > MOST_FEN)
      faults.push({ pointer: "/limit", detail: "No guarantee is larger than 100,000,000,000.00 CNY." });
    if (!limit || limit.amount === 0n)
      faults.push({ pointer: "/limit", detail: "A limit is more than 0 and has at most two decimals." });
    if (request.until < request.from)
      faults.push({ pointer: "/until", detail: `It ends before it begins on ${request.from}.` });
    if (faults.length > 0)
      return refuse(
        "invalid-request",
        "The guarantee has mistakes.",
        "Correct them and send it again.",
        faults,
      );
    if (records.find(GuaranteeRecord, request.guarantee))
      return refuse(
        "not-now",
        `${request.guarantee} is open already.`,
        "Use another number, as on the letter.",
      );
    const { limit: _, ...letter } = request;
    return accept({
      type: "guarantee.opened",
      records: [keyOf(GuaranteeRecord, request.guarantee)],
      body: { ...letter, posting: opening(limit!.amount) },
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
