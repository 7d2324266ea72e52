import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, DeclarationNumber } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { DeclarationRecord } from "./declaration.ts";
import { atOffice } from "./places.ts";

/** An officer releases a declaration that nothing holds any more. Customs Law, article 29. */
export const releaseDeclaration = command({
  name: "declaration.release",
  title: { en: "Release", zh: "放行" },
  by: ["officer"],
  request: Type.Object({ declaration: DeclarationNumber }, closed),
  needs: ({ declaration }) => [must(DeclarationRecord, declaration, "/declaration")],
  places: ({ declaration }, records) => atOffice(declaration, records),
  decide: ({ declaration }, { records }) => {
    const it = records.get(DeclarationRecord, declaration);
    if (it.state !== "held")
      return refuse("not-now", `${it.number} is ${it.state}.`, "Nothing is left to release.");
    if (it.amendment)
      return refuse(
        "not-now",
        `An amendment of ${it.number} waits.`,
        "Decide it first: afterwards it is too late.",
      );
    if (it.holds.length > 0)
      return refuse(
        "not-now",
        `${it.number} is held: ${it.holds.map(({ kind }) => kind).join(", ")}.`,
        "Settle what holds it first.",
      );
    return accept({
      type: "declaration.released",
      records: [keyOf(DeclarationRecord, declaration)],
      body: { declaration },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: "released" }),
});
