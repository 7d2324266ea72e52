/**
 * Everything a measure may look at: a dictionary to which fields are added, and in which none is ever renamed or
 * retyped, because decisions of years ago are replayed on it. Names follow the WCO Data Model (docs/reference/glossary.md).
 */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";

/** Credit level of an enterprise (AEO). Credit management measures, Decree 251. */
export type CreditLevel = "advanced" | "registered" | "discredited";

/** The kinds of special customs supervision areas, and "none" for the rest of the country. Domain: State Council approvals. */
export type ZoneType =
  | "none"
  | "bonded-zone"
  | "export-processing-zone"
  | "bonded-logistics-park"
  | "bonded-port-area"
  | "comprehensive-bonded-zone"
  | "special-comprehensive-bonded-zone"
  | "cross-border-industrial-zone";

/** What is known of the declaration as a whole. */
export type DeclarationPart = {
  /** The legal day: of acceptance, or as the measure of rate day says. */
  readonly day: PlainDate;
  readonly direction: "import" | "export";
  /** The supervision mode, four digits ("0110"). */
  readonly procedure: string;
  readonly office: string;
  readonly transportMode: string;
  readonly goodsItems: number;
  /** True for declarations taken over from another system's extract. */
  readonly imported: boolean;
};

/** The facts of one goods item. */
export type GoodsFacts = {
  readonly declaration: DeclarationPart;
  readonly goods: {
    readonly commodity: string;
    readonly chapter: string;
    readonly heading: string;
    /** Empty when unknown. */
    readonly origin: string;
    readonly purpose: string;
    /** Whether they count against a tariff quota. */
    readonly quota: "in" | "out";
  };
  readonly trader: { readonly credit: CreditLevel };
  readonly declarant: { readonly credit: CreditLevel };
  readonly zone: { readonly id: string; readonly type: ZoneType };
};

/** What can be asked about one goods item. */
export type GoodsAnswers = {
  /** Whether what is owed is collected, suspended under supervision, or not owed at all. */
  dutyCollection: "collect" | "suspend" | "exempt";
  /** Codes of the documents asked for; each measure adds its own. */
  documents: string;
};

/** The facts of the declaration, known when its goods have been decided. */
export type DeclarationFacts = {
  readonly declaration: DeclarationPart;
  readonly trader: { readonly credit: CreditLevel };
  readonly declarant: { readonly credit: CreditLevel };
  readonly zone: { readonly id: string; readonly type: ZoneType };
  readonly documents: { readonly asked: readonly string[]; readonly missing: readonly string[] };
  readonly tax: { readonly owed: boolean; readonly assessed: boolean };
  readonly guarantee: { readonly given: boolean; readonly covers: boolean };
  /** Drawn by the server for this declaration, 0 to 9,999; nobody outside can foresee it. */
  readonly draw: number;
};

/** What can be asked about a declaration. */
export type DeclarationAnswers = {
  /** Release at once, after a look at the documents, or after an inspection. */
  lane: "release" | "documents" | "inspect";
  /** Whether goods go before or after the tax is paid. */
  release: "after-payment" | "against-guarantee";
  /** Days to pay, counted from the day after the declaration was completed. */
  paymentDays: number;
};

/** A lane's name. */
export type Lane = DeclarationAnswers["lane"];
