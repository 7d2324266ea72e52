/** What a vehicle weighs, and how far the gate's scale agrees. */
import { countOf, textOf } from "../../shared/decimal.ts";
import type { PassRow } from "../passes/pass-acts.ts";

const PARTS = ["grossMassKg", "vehicleMassKg", "frameMassKg", "containerMassKg"] as const;

/** The masses that were said, in the order in which they are added up. */
export const partsOf = (
  row: Pick<PassRow, (typeof PARTS)[number]>,
): readonly { readonly name: (typeof PARTS)[number]; readonly kg: string }[] =>
  PARTS.flatMap((name) => {
    const kg = row[name];
    return kg === null ? [] : [{ name, kg }];
  });

const PER_MILLE = 1000n;

/** What was weighed less what was said, with its sign, and how much of what was said that is: "+30", "0.2". */
export const differenceOf = (
  total: string,
  weighed: string | null,
): { readonly kg: string; readonly percent: string } | undefined => {
  if (weighed === null) return undefined;
  const [said, there] = [countOf(total), countOf(weighed)];
  const less = there - said;
  const size = less < 0n ? -less : less;
  const perMille = said === 0n ? 0n : (size * PER_MILLE + said / 2n) / said;
  return {
    kg: `${less > 0n ? "+" : ""}${textOf(less)}`,
    percent: `${perMille / 10n}.${perMille % 10n}`,
  };
};
