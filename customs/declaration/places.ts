/** Where somebody must stand to act on a declaration. */
import type { Place } from "../define/actor.ts";
import { keyOf, type Records } from "../define/record.ts";
import { OfficeRecord } from "../office/office.ts";
import { PartyRecord } from "../party/party.ts";
import { DeclarationRecord, newest } from "./declaration.ts";

/** At its declarant. */
export const atDeclarant = (declaration: string, records: Records): readonly Place[] => {
  const it = records.find(DeclarationRecord, declaration);
  return it ? [keyOf(PartyRecord, newest(it).content.declarant)] : [];
};

/** At its declarant or its trader. */
export const atDeclarantOrTrader = (declaration: string, records: Records): readonly Place[] => {
  const it = records.find(DeclarationRecord, declaration);
  return it ? [...atDeclarant(declaration, records), keyOf(PartyRecord, newest(it).content.trader)] : [];
};

/** At the customs office where it was filed. */
export const atOffice = (declaration: string, records: Records): readonly Place[] => {
  const it = records.find(DeclarationRecord, declaration);
  return it ? [keyOf(OfficeRecord, newest(it).content.office)] : [];
};
