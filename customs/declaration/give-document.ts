import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, DeclarationNumber } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { DocumentField } from "./content.ts";
import { DeclarationRecord, newest } from "./declaration.ts";
import { atDeclarantOrTrader } from "./places.ts";

/** So many documents a declaration has at most, those with its filing included. */
const MOST_GIVEN = 200;

const GiveDocument = Type.Object(
  {
    declaration: DeclarationNumber,
    kind: DocumentField.properties.kind,
    number: DocumentField.properties.number,
  },
  closed,
);

/** The declarant gives a paper that was asked for; an officer then looks at it. Customs Law, article 24. */
export const giveDocument = command({
  name: "declaration.give-document",
  title: { en: "Give a document", zh: "补充单证" },
  by: ["declarant"],
  request: GiveDocument,
  needs: ({ declaration }) => [must(DeclarationRecord, declaration, "/declaration")],
  places: ({ declaration }, records) => atDeclarantOrTrader(declaration, records),
  decide: (request, { records }, law) => {
    const it = records.get(DeclarationRecord, request.declaration);
    if (it.state !== "held")
      return refuse(
        "not-now",
        `${it.number} is ${it.state}.`,
        "Documents are taken while a declaration is held.",
      );
    if (it.givenDocuments.length >= MOST_GIVEN)
      return refuse("not-now", `${it.number} has ${MOST_GIVEN} documents already.`, "Ask the office.");
    if (!law.documentKinds.has(request.kind))
      return refuse(
        "invalid-request",
        "There is no such kind of document.",
        "Choose one of the kinds asked for.",
        [
          {
            pointer: "/kind",
            detail: `There is no kind of document ${request.kind}.`,
            try: newest(it).examination.documents.missing,
          },
        ],
      );
    return accept({
      type: "declaration.document-given",
      records: [keyOf(DeclarationRecord, it.number)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
