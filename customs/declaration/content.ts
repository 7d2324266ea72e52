/** What a declarant says: the content of a declaration, as filed and as amended. Names of the WCO Data Model. */
import Type, { type Static } from "typebox";
import {
  CountryCode,
  CurrencyCode,
  closed,
  Day,
  DecimalText,
  OfficeCode,
  PartyId,
  Reference,
  ZoneId,
} from "../define/fields.ts";
import { GuaranteeId } from "../guarantee/guarantee.ts";

/** At most so many goods items on one declaration. List-to-declaration merge rule of the Single Window. */
export const MOST_GOODS_ITEMS = 50;

const Commodity = Type.String({ pattern: "^[0-9]{10}$", description: "Ten digits, for example 2204210000." });
/** So many characters a description, a document's number or another short text has at most. */
export const LONGEST_WORDS = 250;

const Words = Type.String({ minLength: 1, maxLength: LONGEST_WORDS });

const GoodsItem = Type.Object(
  {
    commodity: Commodity,
    description: Words,
    /** Absent: unknown; the general rate applies. */
    origin: Type.Optional(CountryCode),
    /** CIF at import, FOB at export. */
    customsValue: Type.Object({ amount: DecimalText, currency: CurrencyCode }, closed),
    netMassKg: DecimalText,
    /** By statutory unit, for example {"L":"1200"}; kilograms are taken from netMassKg when not given. */
    quantities: Type.Optional(
      Type.Record(Type.String({ pattern: "^[^\\s]{1,20}$" }), DecimalText, { maxProperties: 5, ...closed }),
    ),
    /** A preference is claimed, never guessed. */
    claim: Type.Optional(
      Type.Object(
        {
          agreement: Type.String({ pattern: "^[A-Z-]{2,5}$", description: "For example R-KR, CL, LD." }),
          certificate: Type.Optional(Words),
        },
        closed,
      ),
    ),
    purpose: Type.Optional(Type.String({ pattern: "^[0-9]{2}$" })),
    /** Who made or exported them, as a trade remedy names it; absent: its rate for all others applies. */
    exporter: Type.Optional(Words),
    /** False: the origin is not proved; where a trade remedy may meet the goods, Tariff Law art. 19 applies. */
    originProof: Type.Optional(Type.Boolean()),
    /** "in": the goods count against a tariff quota, and its certificate goes with the declaration. */
    quota: Type.Optional(Type.Union([Type.Literal("in"), Type.Literal("out")])),
  },
  closed,
);

/** A paper that goes with the declaration: its kind (licence document code) and its number. */
export const DocumentField = Type.Object(
  {
    kind: Type.String({
      pattern: "^[0-9A-Za-z]$",
      description: "One character of the licence document codes.",
    }),
    number: Words,
  },
  closed,
);

/** At most so many documents go with one declaration. */
export const MOST_DOCUMENTS = 50;

const contentFields = {
  procedure: Type.String({ pattern: "^[0-9]{4}$", description: "Supervision mode, for example 0110." }),
  zone: Type.Optional(ZoneId),
  transportMode: Type.String({ pattern: "^[0-9A-Z]$", description: "For example 2 sea, 5 air." }),
  /** The day on which the conveyance declared its entry; the late declaration fee counts from it. */
  conveyanceEntry: Type.Optional(Day),
  transportDocument: Type.Optional(Words),
  grossMassKg: DecimalText,
  packages: Type.Optional(Type.Integer({ minimum: 0, maximum: 99_999_999 })),
  guarantee: Type.Optional(GuaranteeId),
  goods: Type.Array(GoodsItem, { minItems: 1, maxItems: MOST_GOODS_ITEMS }),
  documents: Type.Array(DocumentField, { maxItems: MOST_DOCUMENTS }),
};

/** What can be amended. */
export const Content = Type.Object(contentFields, closed);

/** What cannot: who declares for whom, where, and which way. */
export const filedFields = {
  reference: Reference,
  direction: Type.Union([Type.Literal("import"), Type.Literal("export")]),
  office: OfficeCode,
  declarant: PartyId,
  /** The consignee of an import, the consignor of an export: who owes the tax. */
  trader: PartyId,
};

/** The request to file a declaration. */
export const FileDeclaration = Type.Object({ ...filedFields, ...contentFields }, closed);

/** The request to take over a declaration from another system's extract, with the day it had there. */
export const ImportDeclaration = Type.Object({ ...filedFields, ...contentFields, day: Day }, closed);

/** A filed declaration's content. */
export type FiledContent = Static<typeof FileDeclaration>;
/** The part of it that can be amended. */
export type AmendableContent = Static<typeof Content>;
/** One goods item. */
export type Goods = Static<typeof GoodsItem>;
