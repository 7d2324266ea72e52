/** Reads what a computation is asked with; what is wrong is added to its faults, so that all of them are told at once. */
import { type PlainDate, parsePlainDate, yearOf } from "@openftz/kernel/plain-date.ts";
import type { Fault } from "../define/problem.ts";
import type { Records } from "../define/record.ts";
import { isRefused, type Refused } from "./computation.ts";
import { type Figure, findFigure } from "./figures.ts";
import type { CustomsLaw } from "./law.ts";

/** Days that a computation takes: no case lies outside them, and the calendar does not end within them. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** The reader of one request, with the law and the records it may look at. */
export class TermsReader {
  readonly faults: Fault[] = [];
  readonly law: CustomsLaw;
  readonly records: Records;
  readonly #today: PlainDate;

  constructor(law: CustomsLaw, records: Records, today: PlainDate) {
    this.law = law;
    this.records = records;
    this.#today = today;
  }

  /** The day that a request names, or today where it names none; a fault for a day that does not exist or is far away. */
  day(pointer: string, text: string | undefined): PlainDate {
    if (text === undefined) return this.#today;
    const day = parsePlainDate(text);
    if (day && yearOf(day) >= FIRST_YEAR && yearOf(day) <= LAST_YEAR) return day;
    const detail = day
      ? `${text} is too far away; days of ${FIRST_YEAR} to ${LAST_YEAR} are taken.`
      : `${text} is not a day of the calendar.`;
    this.faults.push({ pointer, detail, try: ["2026-01-31"] });
    return this.#today;
  }

  /** A fault for a day before the one it follows; `what` says what that day is. Silent while days are missing. */
  refuseBefore(first: PlainDate, what: string, pointer: string, day: PlainDate): void {
    if (this.faults.length === 0 && day < first)
      this.faults.push({ pointer, detail: `${day} lies before ${first}, ${what}.` });
  }

  /** The figure of a day; a fault where the law of this release says nothing for it. */
  figure<Value>(
    rows: readonly Figure<Value>[],
    what: string,
    pointer: string,
    day: PlainDate,
  ): Figure<Value> | undefined {
    const figure = findFigure(rows, day);
    if (!figure)
      this.faults.push({
        pointer,
        detail: `Nothing is known of ${what} on ${day}.`,
        try: rows[0] === undefined ? [] : [rows[0].from],
      });
    return figure;
  }

  /** What was found; nothing, and its faults, when it was refused. */
  unlessRefused<Found extends object>(found: Found | Refused): Found | undefined {
    if (!isRefused(found)) return found;
    this.faults.push(...found.faults);
    return undefined;
  }
}
