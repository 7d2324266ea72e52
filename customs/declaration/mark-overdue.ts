import { addDays, plainDateOf } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, DeclarationNumber, Reference } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { DeclarationRecord } from "./declaration.ts";

/** The day to pay has passed: from the next day on a late charge runs. Tariff Law, articles 43 and 44. */
export const markOverdue = command({
  name: "declaration.mark-overdue",
  title: { en: "Mark the tax as overdue", zh: "逾期未缴" },
  by: ["clock"],
  request: Type.Object({ reference: Reference, declaration: DeclarationNumber, due: Day }, closed),
  needs: ({ declaration }) => [must(DeclarationRecord, declaration, "/declaration")],
  places: () => "anywhere",
  decide: ({ declaration, due }, { records, now }) => {
    const it = records.get(DeclarationRecord, declaration);
    if (
      it.state === "withdrawn" ||
      (it.tax.state !== "due" && it.tax.state !== "guaranteed") ||
      it.tax.due !== due ||
      now.day <= due
    )
      return refuse("not-now", `${it.number} is not overdue on ${now.day}.`, "Nothing is left to do.");
    return accept({
      type: "declaration.overdue",
      records: [keyOf(DeclarationRecord, declaration)],
      // Found out later than on the first day after it was due, because the server was down.
      body: { declaration, due, late: now.day > addDays(plainDateOf(due), 1) },
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
