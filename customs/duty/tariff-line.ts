/** A line of a tariff as the engine works with it: every rate parsed, every list checked. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Rate } from "@openftz/kernel/rate-text.ts";

/** A rate of a line: the text people see (white space collapsed) and its tree. */
export type Column = { readonly text: string; readonly rate: Rate };

/** Where a line was read: the name of the file or edition, and the physical line from 1. */
export type TariffPlace = { readonly file: string; readonly line: number };

/** What is wrong with a tariff: file, line, field ("" for the whole line), and what. */
export type TariffFault = TariffPlace & { readonly field: string; readonly detail: string };

/** What a remedy may be (Tariff Law art. 16 to 18). */
export const REMEDY_KINDS = ["anti-dumping", "countervailing", "safeguard", "additional"] as const;

/** A duty on top of the base duty: for the goods of some origins, with rates of its own for named exporters. */
export type Remedy = {
  /** Its own name, such as "AD-KR-2026": of one code, one rate applies. */
  readonly code: string;
  readonly kind: (typeof REMEDY_KINDS)[number];
  /** "all" includes an origin that is not known. */
  readonly origins: readonly string[] | "all";
  readonly exceptOrigins: readonly string[];
  /** Rates by exporter; names are trimmed and in Unicode NFC. */
  readonly exporters: ReadonlyMap<string, Column>;
  /** The residual rate: of every exporter that is not named. */
  readonly rate: Column;
  /** First and last day, both included; open where undefined. */
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
};

/**
 * `undefined` columns have no rate. Of VAT and consumption tax `undefined` means that nothing is owed, and `null` that
 * the source does not state the rate, so that a line cannot be assessed (and a declaration is held, never free).
 */
export type TariffLine = {
  readonly place: TariffPlace;
  /** 2 to 13 digits. */
  readonly code: string;
  /** First and last day, both included; open where undefined. */
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
  readonly mfn: Column | undefined;
  /** Replaces MFN, never the general rate (Tariff Law art. 13). */
  readonly provisional: Column | undefined;
  readonly general: Column | undefined;
  /** By agreement code. */
  readonly agreements: ReadonlyMap<string, Column>;
  /** Rates of named least developed countries. */
  readonly special: ReadonlyMap<string, Column>;
  /** Countries, or "LD" for the whole list of 2026, whose special rate is 0. */
  readonly specialZero: readonly string[];
  /** The rate within a tariff quota, and its provisional rate; either may stand alone (Tariff Law art. 14). */
  readonly quota: Column | undefined;
  readonly quotaProvisional: Column | undefined;
  readonly export: Column | undefined;
  readonly exportProvisional: Column | undefined;
  readonly vat: Column | null | undefined;
  readonly consumptionTax: Column | null | undefined;
  /** Duties on top of the base duty, in the order in which they are listed. */
  readonly remedies: readonly Remedy[];
  /** The statutory units. */
  readonly units: readonly string[];
  /** Kept, never interpreted. */
  readonly description: string | undefined;
  readonly note: string | undefined;
};
