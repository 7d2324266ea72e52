/** Fields that many requests share: one spelling for each. */
import Type from "typebox";

/** Closes an object: a field that is not listed is refused, so a typing error cannot lose a value. */
export const closed = { additionalProperties: false } as const;

/** A calendar day, "2026-01-31"; that it exists is checked where it is used. */
export const Day = Type.String({ format: "date", description: "A day, YYYY-MM-DD." });

/** What the sender calls this request. Sent again, the same request gets the same answer. */
export const Reference = Type.String({
  pattern: "^[\\x21-\\x7e]{1,64}$",
  description:
    "What you call this request: 1 to 64 printable characters. Sent twice, it is carried out once.",
});

/** A party's code: the 18 characters of the social credit code, the 10 of the customs code, or a foreign identifier. */
export const PartyId = Type.String({
  pattern: "^[0-9A-Z]{4,18}$",
  description: "4 to 18 digits and capital letters: social credit code (18) or customs code (10).",
});

/** A customs office, four digits: 2218 is Waigaoqiao. */
export const OfficeCode = Type.String({
  pattern: "^[0-9]{4}$",
  description: "Four digits, for example 2218.",
});

/** A zone of the registry. */
export const ZoneId = Type.String({
  pattern: "^[a-z0-9-]{2,40}$",
  description: "For example waigaoqiao-ftz.",
});

/** A declaration's number: office, year, 1 for import or 0 for export, nine digits. */
export const DeclarationNumber = Type.String({
  pattern: "^[0-9]{8}[01][0-9]{9}$",
  description: "18 digits: office, year, 1 import or 0 export, serial.",
});

/** A decimal number as text, never a JSON number: those may already be rounded. At most 13 digits before the point and 5 after, as in the Single Window. */
export const DecimalText = Type.String({
  pattern: "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,5})?$",
  description: 'A decimal number as text, for example "1250.00": up to 13 digits, a point, up to 5 digits.',
});

/** An amount of CNY as text, with at most two decimals. */
export const YuanText = Type.String({
  pattern: "^(0|[1-9][0-9]{0,14})(\\.[0-9]{1,2})?$",
  description: 'CNY as text, for example "86266.66".',
});

/** An ISO 4217 currency. */
export const CurrencyCode = Type.String({ pattern: "^[A-Z]{3}$", description: "For example CNY, USD, EUR." });

/** An ISO 3166 country of two letters. */
export const CountryCode = Type.String({
  pattern: "^[A-Z]{2}$",
  description: "Two letters, for example CN, DE, KR.",
});

/** An account's id. */
export const AccountId = Type.String({
  pattern: "^[a-z0-9][a-z0-9._-]{1,39}$",
  description: "For example broker-1.",
});

/** A name of a person or company. */
export const Name = Type.String({ minLength: 1, maxLength: 200 });

/** Free words of a person, for instance a reason. */
export const Remark = Type.String({ minLength: 3, maxLength: 1000 });

/** The hash of a file beside the journal. */
export const FileHash = Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256 in hexadecimal." });

/** Where a fact is from that nobody here decided: the document, with its number and day. */
export const Source = Type.String({
  minLength: 3,
  maxLength: 500,
  description: "Where the fact is from: the document with its number and day.",
});

/** Whether somebody read the document itself; what was only heard, recalled or inferred is not confirmed. */
export const Confirmed = Type.Boolean({ description: "True: the document itself was read." });
