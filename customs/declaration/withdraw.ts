import Type from "typebox";
import { accept, type Outcome, refuse } from "../define/command.ts";
import { closed, DeclarationNumber, Remark } from "../define/fields.ts";
import { keyOf } from "../define/record.ts";
import { GuaranteeRecord, givingBack } from "../guarantee/guarantee.ts";
import { command } from "../law/command.ts";
import { type Declaration, DeclarationRecord } from "./declaration.ts";
import { guaranteedNeeds } from "./guaranteed-needs.ts";
import { atDeclarant, atOffice } from "./places.ts";

const Withdraw = Type.Object({ declaration: DeclarationNumber, reason: Remark }, closed);

const withdrawn = (it: Declaration, reason: string): Outcome => {
  const reserved = BigInt(it.tax.reserved);
  return accept({
    type: "declaration.withdrawn",
    records: [
      keyOf(DeclarationRecord, it.number),
      ...(reserved > 0n ? [keyOf(GuaranteeRecord, it.guarantee!)] : []),
    ],
    body: {
      declaration: it.number,
      reason,
      guaranteePosting: reserved > 0n ? givingBack(reserved, it.tax.called) : null,
    },
  });
};

/** A declarant withdraws a declaration that is still held. Customs Law, article 26. */
export const withdrawDeclaration = command({
  name: "declaration.withdraw",
  title: { en: "Withdraw", zh: "撤单" },
  by: ["declarant"],
  request: Withdraw,
  needs: ({ declaration }, records) => guaranteedNeeds(declaration, records),
  places: ({ declaration }, records) => atDeclarant(declaration, records),
  decide: ({ declaration, reason }, { records }) => {
    const it = records.get(DeclarationRecord, declaration);
    if (it.state !== "held")
      return refuse(
        "not-now",
        `${it.number} is ${it.state}.`,
        "Ask the office: two officers can withdraw a released one.",
      );
    if (it.holds.some(({ kind }) => kind === "inspection"))
      return refuse("not-now", `An inspection of ${it.number} is ordered.`, "Wait for its result.");
    if (it.tax.state === "paid")
      return refuse("not-now", `The tax of ${it.number} is paid.`, "Ask the office for a refund first.");
    return withdrawn(it, reason);
  },
  answer: ([entry]) => ({ position: entry!.position, state: "withdrawn" }),
});

/** Two officers withdraw a declaration that was released. */
export const withdrawReleased = command({
  name: "declaration.withdraw-released",
  title: { en: "Withdraw a released declaration", zh: "撤销已放行报关单" },
  by: ["officer"],
  twoPeople: true,
  request: Withdraw,
  needs: ({ declaration }, records) => guaranteedNeeds(declaration, records),
  places: ({ declaration }, records) => atOffice(declaration, records),
  decide: ({ declaration, reason }, { records }) => {
    const it = records.get(DeclarationRecord, declaration);
    if (it.state !== "released")
      return refuse(
        "not-now",
        `${it.number} is ${it.state}.`,
        "Only a released declaration is withdrawn this way.",
      );
    if (it.list !== null)
      return refuse("not-now", `${it.list} rests on ${it.number}.`, "Delete or reverse that list first.");
    return withdrawn(it, reason);
  },
  answer: ([entry]) => ({ position: entry!.position, state: "withdrawn" }),
});
