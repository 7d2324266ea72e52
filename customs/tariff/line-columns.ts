/** The rates of a tariff line, whatever columns it has, under the names that the contract gives them. */
import type { Column, TariffLine } from "../duty/tariff-line.ts";

/** A column's name ("mfn", "agreements.KR") and its rate; null: the source does not state it. */
export type NamedColumn = readonly [field: string, column: Column | null];

const isColumn = (value: unknown): value is Column =>
  typeof value === "object" && value !== null && "rate" in value;

/** Every column of a line that says something. A new column of the contract is among them without further ado. */
export const columnsOf = (line: TariffLine): ReadonlyMap<string, Column | null> => {
  const columns = new Map<string, Column | null>();
  for (const [field, value] of Object.entries(line) as readonly [string, unknown][]) {
    if (value === null || isColumn(value)) columns.set(field, value);
    else if (value instanceof Map)
      for (const [name, column] of value as ReadonlyMap<string, Column>)
        columns.set(`${field}.${name}`, column);
  }
  return columns;
};

/** Columns whose absence means that nothing is owed, so that to lose one is to become free. */
export const FREE_WHEN_ABSENT: ReadonlySet<string> = new Set(["export", "vat", "consumptionTax"]);

const PREFERENCES = /^(?:agreements|special)\.|^(?:provisional|quota|quotaProvisional|exportProvisional)$/;

/** Columns that lower another one: the law foresees that they come, end, and fall to 0 by steps. */
export const isPreference = (field: string): boolean => PREFERENCES.test(field);
