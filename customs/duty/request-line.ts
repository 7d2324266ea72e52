/** One goods line as it is handed in, and as it is understood. */
import type { Fraction } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Column } from "./tariff-line.ts";

type Optional<T> = T | null | undefined;

/** The request of `openftz assess`, as JSON. Every number is a decimal text. Of an optional field null means absent. */
export type RequestLine = {
  /** The caller's own name for the line, given back with the answer. */
  readonly ref: string;
  /** The day whose rates apply, "YYYY-MM-DD" (Tariff Law art. 20 to 22 say which day that is). */
  readonly date: string;
  readonly direction: "import" | "export";
  /** 2 to 13 digits. */
  readonly commodity: string;
  /** ISO 3166 alpha-2; absent: unknown. */
  readonly origin?: Optional<string>;
  /** The preference claimed, by agreement code, or "LD" for the least developed countries' rates. */
  readonly claim?: Optional<{ readonly agreement: string }>;
  /** Import: CIF; export: FOB. */
  readonly customsValue: { readonly amount: string; readonly currency: string };
  readonly quantities?: Optional<Readonly<Record<string, Optional<string>>>>;
  readonly quota?: Optional<"in" | "out">;
  readonly exporter?: Optional<string>;
  readonly originProof?: Optional<boolean>;
  readonly treatment?: Optional<"general" | "mfn">;
  /** Rate texts that override the tariff line's own. */
  readonly rates?: Optional<{ readonly vat?: Optional<string>; readonly consumptionTax?: Optional<string> }>;
  /** CNY for one unit of a currency. */
  readonly exchangeRates?: Optional<Readonly<Record<string, Optional<string>>>>;
};

/** The same line understood: defaults filled in, numbers exact, words checked. */
export type ReadLine = {
  readonly ref: string;
  readonly date: PlainDate;
  readonly direction: "import" | "export";
  readonly commodity: string;
  readonly origin: string | undefined;
  /** The agreement code claimed. */
  readonly claim: string | undefined;
  readonly amount: Fraction;
  readonly currency: string;
  readonly quantities: ReadonlyMap<string, Fraction>;
  readonly quota: "in" | "out";
  readonly exporter: string | undefined;
  readonly originProof: boolean;
  readonly treatment: "general" | "mfn";
  readonly vat: Column | undefined;
  readonly consumptionTax: Column | undefined;
  readonly exchangeRates: ReadonlyMap<string, Fraction>;
};
