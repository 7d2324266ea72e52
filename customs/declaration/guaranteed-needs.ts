import { may, must, type Need, type Records } from "../define/record.ts";
import { GuaranteeRecord } from "../guarantee/guarantee.ts";
import { DeclarationRecord } from "./declaration.ts";

/** A declaration, and the guarantee on which its tax is reserved. */
export const guaranteedNeeds = (declaration: string, records: Records): readonly Need[] => {
  const guarantee = records.find(DeclarationRecord, declaration)?.guarantee;
  return [
    must(DeclarationRecord, declaration, "/declaration"),
    ...(guarantee ? [may(GuaranteeRecord, guarantee)] : []),
  ];
};
