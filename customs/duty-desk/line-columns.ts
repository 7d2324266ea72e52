/** The columns of a tariff line side by side: every rate of duty that it has, and for which origins. */
import { AGREEMENTS_2026 } from "../codes/agreements.ts";
import { LEAST_DEVELOPED_2026 } from "../codes/least-developed.ts";
import type { Basis } from "../duty/duty-basis.ts";
import { FREE } from "../duty/rate-column.ts";
import type { Column, TariffLine } from "../duty/tariff-line.ts";

/** A column: the basis that it would be in a result, its rate, and the origins that it is for (null: not by origin). */
export type LineColumn = {
  readonly basis: Basis;
  readonly direction: "import" | "export";
  readonly column: Column;
  readonly origins: readonly string[] | null;
};

/** All of them, in the order of the printed tariff: general, MFN, provisional, quota, agreements, special, export. */
export const columnsOf = (line: TariffLine): readonly LineColumn[] => [
  ...plain("import", "general", line.general),
  ...plain("import", "mfn", line.mfn),
  ...plain("import", "provisional", line.provisional),
  ...plain("import", "quota", line.quota),
  ...plain("import", "quota-provisional", line.quotaProvisional),
  ...[...line.agreements].map(([code, column]) => agreementColumn(code, column)),
  ...specialColumns(line),
  ...plain("export", "export", line.export),
  ...plain("export", "export-provisional", line.exportProvisional),
];

const plain = (
  direction: LineColumn["direction"],
  basis: Basis,
  column: Column | undefined,
): readonly LineColumn[] => (column ? [{ basis, direction, column, origins: null }] : []);

const agreementColumn = (code: string, column: Column): LineColumn => ({
  basis: `agreement:${code}`,
  direction: "import",
  column,
  origins: [...(AGREEMENTS_2026.get(code)?.origins ?? [])],
});

/** Countries with the same special rate share a column: the list of least developed countries would be 43 of them. */
const specialColumns = ({ special, specialZero }: TariffLine): readonly LineColumn[] => {
  const byRate = new Map<string, { column: Column; origins: string[] }>();
  const note = (column: Column, origin: string): void => {
    const same = byRate.get(column.text);
    if (!same) byRate.set(column.text, { column, origins: [origin] });
    else if (!same.origins.includes(origin)) same.origins.push(origin);
  };
  for (const name of specialZero)
    for (const origin of name === "LD" ? LEAST_DEVELOPED_2026 : [name]) note(FREE, origin);
  for (const [origin, column] of special) note(column, origin);
  return [...byRate.values()].map(({ column, origins }) => ({
    basis: "special",
    direction: "import" as const,
    column,
    origins,
  }));
};
