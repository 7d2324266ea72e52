import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, DeclarationNumber } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { DeclarationRecord } from "./declaration.ts";
import { atOffice } from "./places.ts";

/** An officer closes a released declaration on which nothing is owed any more. */
export const closeDeclaration = command({
  name: "declaration.close",
  title: { en: "Close", zh: "结关" },
  by: ["officer"],
  request: Type.Object({ declaration: DeclarationNumber }, closed),
  needs: ({ declaration }) => [must(DeclarationRecord, declaration, "/declaration")],
  places: ({ declaration }, records) => atOffice(declaration, records),
  decide: ({ declaration }, { records }) => {
    const it = records.get(DeclarationRecord, declaration);
    if (it.state !== "released")
      return refuse("not-now", `${it.number} is ${it.state}.`, "Release it first.");
    if (it.tax.state !== "none" && it.tax.state !== "paid")
      return refuse(
        "not-now",
        `The tax of ${it.number} is ${it.tax.state}.`,
        "It can be closed when it is paid.",
      );
    return accept({
      type: "declaration.closed",
      records: [keyOf(DeclarationRecord, declaration)],
      body: { declaration },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: "closed" }),
});
