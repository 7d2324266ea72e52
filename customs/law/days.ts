import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import type { Fault } from "../define/problem.ts";

/** A fault for each named field that holds a day which does not exist, such as 31 June. Absent fields are no fault. */
export const invalidDays = (request: object, fields: readonly string[]): readonly Fault[] =>
  fields.flatMap((field) => {
    const value = (request as Record<string, unknown>)[field];
    return typeof value === "string" && parsePlainDate(value) === undefined
      ? [{ pointer: `/${field}`, detail: `${value} is not a day of the calendar.`, try: ["2026-01-31"] }]
      : [];
  });
