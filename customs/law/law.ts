/** The law as commands see it: handed in, never imported. The policy room builds it, the server loads it once. */
import type { Decision } from "@openftz/kernel/decide.ts";
import type { MeasureTexts } from "@openftz/kernel/explain.ts";
import type { Bilingual } from "@openftz/kernel/measure.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { WorkingCalendar } from "@openftz/kernel/working-days.ts";
import type { DeclarationFacts, GoodsFacts } from "./facts.ts";
import type { Figures } from "./figures.ts";

/** A supervision mode: which way it goes and what people call it. */
export type Procedure = {
  readonly code: string;
  readonly name: Bilingual;
  readonly directions: readonly ("import" | "export")[];
};

/** A row of a code table. */
export type Code = { readonly code: string; readonly name: Bilingual };

/** The costs of bringing goods here that a price may hold, from the seller's door on. */
export type Cost = "inland" | "freight" | "insurance";

/** A delivery term of the declaration (成交方式): which costs its price holds; null where the code does not say. */
export type DeliveryTerm = Code & { readonly priceHolds: readonly Cost[] | null };

/** The law of one release. */
export type CustomsLaw = {
  /** The version of the engine, kept in every decision. */
  readonly engine: string;
  readonly decideGoods: (facts: GoodsFacts) => readonly Decision[];
  readonly decideDeclaration: (facts: DeclarationFacts) => readonly Decision[];
  /** The texts of a measure by "id@version". */
  readonly textsOf: (measure: string) => MeasureTexts | undefined;
  /** The working day on or after a day; a day outside the calendar's years comes back as it is. */
  readonly workingDayFrom: (day: PlainDate) => PlainDate;
  /** The announced working days; it throws `YearNotAnnounced` for a day beyond them, so ask `covers` first. */
  readonly calendar: WorkingCalendar;
  readonly figures: Figures;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly transportModes: ReadonlyMap<string, Code>;
  readonly documentKinds: ReadonlyMap<string, Code>;
  readonly deliveryTerms: ReadonlyMap<string, DeliveryTerm>;
};
