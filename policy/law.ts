/** The law of this release, compiled once: what commands are handed as their `law`. */
import type { CustomsLaw } from "@openftz/customs/law/law.ts";
import { compileLaw } from "@openftz/kernel/decide.ts";
import { nameOf } from "@openftz/kernel/measure.ts";
import { addDays, type PlainDate } from "@openftz/kernel/plain-date.ts";
import { recalling } from "@openftz/kernel/recall.ts";
import { calendar } from "./calendar/index.ts";
import { deliveryTerms } from "./codes/delivery-terms.ts";
import { documentKinds } from "./codes/document-kinds.ts";
import { procedures } from "./codes/procedures.ts";
import { transportModes } from "./codes/transport-modes.ts";
import { figures } from "./figures/index.ts";
import { declarationFrame, goodsFrame } from "./frames.ts";
import { declarationMeasures, goodsMeasures } from "./measures/index.ts";

/** The version of the law engine; raised when the same facts and measures would be decided differently. */
export const ENGINE = "1";

/** The rules about goods, compiled. For replay and drafts; commands use `law`. */
export const goodsLaw = compileLaw(goodsFrame, goodsMeasures);

/** The rules about declarations, compiled. */
export const declarationLaw = compileLaw(declarationFrame, declarationMeasures);

const texts = new Map(
  [...goodsMeasures, ...declarationMeasures].map((measure) => [nameOf(measure), measure]),
);
const byCode = <Row extends { readonly code: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.code, row]));

/** Where the announced years end the search ends too, and the day is left for a person to move. */
const workingDayFrom = (day: PlainDate): PlainDate => {
  let next = day;
  while (calendar.covers(next) && !calendar.isWorkingDay(next)) next = addDays(next, 1);
  return calendar.covers(next) ? next : day;
};

export const law: CustomsLaw = {
  engine: ENGINE,
  decideGoods: recalling(goodsLaw),
  decideDeclaration: recalling(declarationLaw),
  textsOf: (measure) => texts.get(measure),
  workingDayFrom,
  calendar,
  figures,
  procedures: byCode(procedures),
  transportModes: byCode(transportModes),
  documentKinds: byCode(documentKinds),
  deliveryTerms: byCode(deliveryTerms),
};
