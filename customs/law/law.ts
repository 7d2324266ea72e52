/** The law as commands see it: handed in, never imported. The policy room builds it, the server loads it once. */
import type { Decision } from "@openftz/kernel/decide.ts";
import type { MeasureTexts } from "@openftz/kernel/explain.ts";
import type { Bilingual } from "@openftz/kernel/measure.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { DeclarationFacts, GoodsFacts } from "./facts.ts";

/** A supervision mode: which way it goes and what people call it. */
export type Procedure = {
  readonly code: string;
  readonly name: Bilingual;
  readonly directions: readonly ("import" | "export")[];
};

/** A row of a code table. */
export type Code = { readonly code: string; readonly name: Bilingual };

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
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly transportModes: ReadonlyMap<string, Code>;
  readonly documentKinds: ReadonlyMap<string, Code>;
};
