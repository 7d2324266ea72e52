import Type from "typebox";
import { COUNTRY_CODES } from "../codes/countries.ts";
import { CURRENCY_CODES } from "../codes/currencies.ts";
import { closed } from "../define/fields.ts";
import { lookup } from "./command.ts";

/** The code tables that forms offer: supervision modes, transport modes, delivery terms, kinds of documents, currencies, countries. */
export const listCodes = lookup({
  name: "codes.list",
  title: { en: "Code tables", zh: "代码表" },
  by: "anyone",
  request: Type.Object({}, closed),
  needs: () => [],
  answer: (_request, _context, law) => ({
    procedures: [...law.procedures.values()],
    transportModes: [...law.transportModes.values()],
    documentKinds: [...law.documentKinds.values()],
    deliveryTerms: [...law.deliveryTerms.values()],
    currencies: CURRENCY_CODES,
    countries: COUNTRY_CODES,
  }),
});
