import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, DeclarationNumber, Remark } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { DeclarationRecord, newest } from "./declaration.ts";
import { atOffice } from "./places.ts";

const ClearHold = Type.Object(
  {
    declaration: DeclarationNumber,
    hold: Type.Union([
      Type.Literal("documents"),
      Type.Literal("inspection"),
      Type.Literal("conflict"),
      Type.Literal("silence"),
    ]),
    finding: Remark,
  },
  closed,
);

/**
 * An officer settles why a declaration is held and says what was found. A missing rate is not settled by hand: the
 * tariff is completed and the declaration amended; tax is settled by paying.
 */
export const clearHold = command({
  name: "declaration.clear-hold",
  title: { en: "Settle a hold", zh: "处置" },
  by: ["officer"],
  request: ClearHold,
  needs: ({ declaration }) => [must(DeclarationRecord, declaration, "/declaration")],
  places: ({ declaration }, records) => atOffice(declaration, records),
  decide: (request, { records }) => {
    const it = records.get(DeclarationRecord, request.declaration);
    if (!it.holds.some(({ kind }) => kind === request.hold))
      return refuse(
        "not-now",
        `${it.number} is not held for ${request.hold}.`,
        "Open it again to see what holds it.",
      );
    if (request.hold === "documents") {
      const given = new Set(it.givenDocuments.map(({ kind }) => kind));
      const missing = newest(it).examination.documents.asked.filter((kind) => !given.has(kind));
      if (missing.length > 0)
        return refuse("not-now", `Still missing: ${missing.join(", ")}.`, "Ask the declarant to give them.");
    }
    return accept({
      type: "declaration.hold-cleared",
      records: [keyOf(DeclarationRecord, it.number)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
