/** The remedies of a tariff line as people see them: against whom, at which rates, when, and whether they hit these goods. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { coversOrigin, isInForce } from "../duty/remedies.ts";
import type { Remedy, TariffLine } from "../duty/tariff-line.ts";

/** A remedy. `hits`: it is in force on the day and for the origin asked about, at import. */
export type ShownRemedy = {
  readonly code: string;
  readonly kind: Remedy["kind"];
  readonly origins: readonly string[] | "all";
  readonly exceptOrigins: readonly string[];
  /** The rate of every exporter that is not named. */
  readonly expression: string;
  readonly exporters: readonly { readonly name: string; readonly expression: string }[];
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly inForce: boolean;
  readonly hits: boolean;
};

/** All remedies of a line, those that hit these goods first, otherwise in the order of the line. */
export const remediesOf = (
  line: TariffLine,
  {
    day,
    origin,
    direction,
  }: { readonly day: PlainDate; readonly origin: string | undefined; readonly direction: string },
): readonly ShownRemedy[] =>
  line.remedies
    .map((remedy): ShownRemedy => {
      const { code, kind, origins, exceptOrigins, rate, exporters, from, to } = remedy;
      const inForce = isInForce(remedy, day);
      return {
        code,
        kind,
        origins,
        exceptOrigins,
        expression: rate.text,
        exporters: [...exporters].map(([name, { text }]) => ({ name, expression: text })),
        from: from ?? null,
        to: to ?? null,
        inForce,
        hits: inForce && direction === "import" && coversOrigin(remedy, origin),
      };
    })
    .sort((a, b) => Number(b.hits) - Number(a.hits));
