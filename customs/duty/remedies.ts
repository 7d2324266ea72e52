/** Which remedies of a tariff line apply to goods, and at which rate (Tariff Law art. 16 to 18). */
import { isWithin, type PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Column, Remedy } from "./tariff-line.ts";

/** How exporters' names are compared: without white space at the ends, in Unicode NFC, otherwise as written. */
export const exporterName = (text: string): string => text.trim().normalize("NFC");

/** Whether a remedy is in force on a day. */
export const isInForce = ({ from, to }: Remedy, date: PlainDate): boolean => isWithin(date, from, to);

/** Whether a remedy is for goods of an origin. One that is not known is among "all" and cannot be excepted. */
export const coversOrigin = ({ origins, exceptOrigins }: Remedy, origin: string | undefined): boolean => {
  if (origin === undefined) return origins === "all";
  return (origins === "all" || origins.includes(origin)) && !exceptOrigins.includes(origin);
};

/** A rate of a remedy; `exporter` is the name it is for, nothing for the residual rate. */
export type RemedyRate = {
  readonly remedy: Remedy;
  readonly column: Column;
  readonly exporter: string | undefined;
};

/** The one rate of a remedy that applies: the exporter's own, or the residual one. */
export const rateFor = (remedy: Remedy, exporter: string | undefined): RemedyRate => {
  const name = exporter === undefined ? undefined : listedName(remedy, exporter);
  const own = name === undefined ? undefined : remedy.exporters.get(name);
  return own ? { remedy, column: own, exporter: name } : { remedy, column: remedy.rate, exporter: undefined };
};

/** The name under which an exporter may be listed; one that is listed just as it is given needs no comparing. */
const listedName = ({ exporters }: Remedy, exporter: string): string =>
  exporters.has(exporter) ? exporter : exporterName(exporter);

/** All rates of a remedy, the residual one first. */
export const ratesOf = (remedy: Remedy): readonly RemedyRate[] => [
  { remedy, column: remedy.rate, exporter: undefined },
  ...[...remedy.exporters].map(([exporter, column]) => ({ remedy, column, exporter })),
];

/** Whether two remedies would both apply to goods of one origin on one day. */
export const meet = (a: Remedy, b: Remedy): boolean => shareADay(a, b) && shareAnOrigin(a, b);

const shareADay = (a: Remedy, b: Remedy): boolean =>
  (a.from === undefined || b.to === undefined || a.from <= b.to) &&
  (b.from === undefined || a.to === undefined || b.from <= a.to);

/** Two for "all" meet at the origin that is not known, whatever they except. */
const shareAnOrigin = (a: Remedy, b: Remedy): boolean => {
  if (a.origins === "all" && b.origins === "all") return true;
  const named = a.origins === "all" ? b.origins : a.origins;
  return [...named].some((origin) => coversOrigin(a, origin) && coversOrigin(b, origin));
};
