/** What every importer of a tariff gives back. */
import type { TariffFault, TariffLine } from "@openftz/customs/duty/tariff-line.ts";

/** How often something was found, by what it is; printed for people, so that a gap in a source is seen at once. */
export type ImportCounts = Readonly<Record<string, number>>;

/** `lines` may be used only when there are no faults: a tariff is imported whole or not at all. */
export type TariffImport = {
  /** The name of the form the source is in. */
  readonly form: string;
  readonly lines: readonly TariffLine[];
  readonly counts: ImportCounts;
  readonly faults: readonly TariffFault[];
};

export type ImportOptions = {
  /** The name that places and faults carry. */
  readonly file: string;
  /** The first day of lines that name none. */
  readonly from?: string | undefined;
};

/** A form of tariff: whether bytes look like it, and how they are read. */
export type TariffImporter = {
  readonly form: string;
  readonly matches: (bytes: Uint8Array) => boolean;
  readonly read: (bytes: Uint8Array, options: ImportOptions) => TariffImport;
};

/** The text at the start of a file, for telling forms apart. */
export const beginning = (bytes: Uint8Array): string =>
  new TextDecoder("utf-8").decode(bytes.subarray(0, 1000)).trimStart();
