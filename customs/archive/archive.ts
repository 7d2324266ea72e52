/** An enterprise archive (联网企业档案库): what an enterprise may keep in books, as customs knows it. Domain 2.4.1. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type StateTable, step } from "@openftz/kernel/states.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, DecimalText, OfficeCode, PartyId, Reference } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";

/** Where an archive can stand. */
export type ArchiveState = "filed" | "effective" | "rejected";

/** The states as a table. */
export const ARCHIVE_STATES: StateTable<ArchiveState> = {
  filed: ["effective", "rejected"],
  effective: [],
  rejected: [],
};

/** IE, the customs office, two digits of the year, and four digits or letters of its own. */
export const ArchiveNumber = Type.String({
  pattern: "^IE[0-9]{6}[0-9A-Z]{4}$",
  description: "12 characters: IE, office, year, serial, for example IE2218260042.",
});

const MOST_GOODS = 2_000;

const GoodsField = Type.Object(
  {
    heading: Type.String({ pattern: "^[0-9]{4}$", description: "Four digits, for example 8481." }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    kind: Type.Union([Type.Literal("material"), Type.Literal("product")]),
  },
  closed,
);

/** What an archive says, and what a change says anew. */
export const ArchiveContent = {
  validUntil: Day,
  /** The number under which the authority of commerce approved the enterprise. */
  approval: Type.Optional(
    Type.String({ pattern: "^[0-9A-Za-z-]{2,32}$", description: "For example SH-2026-117." }),
  ),
  /** What it can process in a year, in US dollars. */
  capacityUsd: Type.Optional(DecimalText),
  /** Customs holds a guarantee for its risk. */
  riskAssured: Type.Optional(Type.Boolean()),
  /** The goods by heading; none: all. */
  goods: Type.Optional(Type.Array(GoodsField, { minItems: 1, maxItems: MOST_GOODS })),
};

/** One heading of an archive. */
export type ArchiveGoods = {
  readonly heading: string;
  readonly name: string;
  readonly kind: "material" | "product";
};

/** See `ArchiveContent`. */
export type Content = {
  readonly validUntil: PlainDate;
  readonly approval?: string;
  readonly capacityUsd?: string;
  readonly riskAssured?: boolean;
  readonly goods?: readonly ArchiveGoods[];
};

/** What the journal says of an archive. */
export type EnterpriseArchive = {
  readonly number: string;
  readonly party: string;
  readonly office: string;
  readonly state: ArchiveState;
  /** 1, and one more with each change that was accepted. */
  readonly version: number;
  readonly content: Content;
  /** What is asked for and not decided yet. */
  readonly change: Content | null;
};

/** The request of a new archive. */
export const FileArchive = Type.Object(
  { reference: Reference, party: PartyId, office: OfficeCode, ...ArchiveContent },
  closed,
);

/** The request of a change: all that the archive is to say from then on. */
export const ChangeArchive = Type.Object({ archive: ArchiveNumber, ...ArchiveContent }, closed);

/** An enterprise filed its archive. */
export const archiveFiled = defineEntry({
  type: "archive.filed",
  version: 1,
  body: Type.Object({ request: FileArchive, archive: ArchiveNumber }),
});

/** An enterprise asked for a change of its archive. */
export const archiveChangeFiled = defineEntry({
  type: "archive.change-filed",
  version: 1,
  body: ChangeArchive,
});

/** An officer decided on an archive, or on its change. */
export const archiveDecided = defineEntry({
  type: "archive.decided",
  version: 1,
  body: Type.Object({ archive: ArchiveNumber, accept: Type.Boolean(), reason: Type.String() }, closed),
});

type Step<Body> = { readonly body: Body };

/** The body of `archive.filed`. */
export type Filed = {
  readonly archive: string;
  readonly request: Content & { readonly reference: string; readonly party: string; readonly office: string };
};

const decided = (archive: EnterpriseArchive, isAccepted: boolean): EnterpriseArchive => {
  if (archive.state === "filed")
    return { ...archive, state: step(ARCHIVE_STATES, "filed", isAccepted ? "effective" : "rejected") };
  const { version, change } = archive;
  return {
    ...archive,
    ...(isAccepted && { version: version + 1, content: change! }),
    change: null,
  };
};

/** The record of an archive. */
export const ArchiveRecord = defineRecord<EnterpriseArchive>({
  kind: "archive",
  on: {
    "archive.filed": (_, { body }: Step<Filed>) => {
      const { reference: _reference, party, office, ...content } = body.request;
      return { number: body.archive, party, office, state: "filed", version: 1, content, change: null };
    },
    "archive.change-filed": (archive, { body }: Step<Content & { readonly archive: string }>) => {
      const { archive: _number, ...change } = body;
      return { ...archive!, change };
    },
    "archive.decided": (archive, { body }: Step<{ accept: boolean }>) => decided(archive!, body.accept),
  },
});

/** Why an archive does not hold on a day; undefined: it does. */
export const whyNotInForce = (
  { number, state, content }: EnterpriseArchive,
  day: PlainDate,
): string | undefined => {
  if (state !== "effective") return `${number} is ${state}.`;
  return content.validUntil < day ? `${number} was valid until ${content.validUntil}.` : undefined;
};

/** Why goods are not of an archive; undefined: they are, or it names none. */
export const whyNotInArchive = (
  { number, content }: EnterpriseArchive,
  commodity: string,
): string | undefined =>
  content.goods === undefined || content.goods.some(({ heading }) => commodity.startsWith(heading))
    ? undefined
    : `${number} has no goods of heading ${commodity.slice(0, 4)}.`;
