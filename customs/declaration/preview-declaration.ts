import Type from "typebox";
import { keyOf } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { PartyRecord } from "../party/party.ts";
import { FileDeclaration } from "./content.ts";
import { examine } from "./examine.ts";
import { contentNeeds } from "./inputs.ts";

/** Never drawn for an inspection: a preview must not tell what filing would draw. */
const NOT_DRAWN = 9_999;

/**
 * What filing would come to, without filing: taxes, documents asked, and every mistake. The lane is not told,
 * because it depends on a draw that nobody may foresee.
 */
export const previewDeclaration = lookup({
  name: "declaration.preview",
  title: { en: "Preview a declaration", zh: "申报预览" },
  by: ["declarant"],
  request: Type.Object(FileDeclaration.properties, { additionalProperties: false }),
  needs: (request, records, { day }) => contentNeeds(request, records, day),
  places: ({ declarant }) => [keyOf(PartyRecord, declarant)],
  answer: (request, { records, now }, law) => {
    const examined = examine(request, {
      records,
      law,
      day: now.day,
      imported: false,
      draw: NOT_DRAWN,
      givenDocuments: request.documents.map(({ kind }) => kind),
      reserved: 0n,
    });
    if (examined.kind === "faults")
      return { faults: examined.faults, taxes: null, items: [], documents: null };
    const { taxes, items, documents, guaranteed, due } = examined.examination;
    return { faults: [], taxes, items, documents, guaranteed, due };
  },
});
