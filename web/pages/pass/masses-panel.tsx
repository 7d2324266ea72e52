import { useApp } from "../../app/context.tsx";
import { type Fact, Facts } from "../../shared/facts.tsx";
import { groupDigits } from "../../shared/format.ts";
import type { PassRow } from "../passes/pass-acts.ts";
import { differenceOf, partsOf } from "./masses.ts";

/** What the vehicle weighs in all, part by part, and how far the gate's scale agrees. */
export const MassesPanel = ({ pass }: { pass: PassRow }) => {
  const { t } = useApp();
  const { totalMassKg, weighedKg, state } = pass;
  const difference = differenceOf(totalMassKg, weighedKg);
  const strong = (kg: string) => <b>{groupDigits(kg)}</b>;
  const facts: readonly Fact[] = [
    ...partsOf(pass).map(({ name, kg }) => [t(`pass.part.${name}`), groupDigits(kg)] as const),
    [t("pass.part.total"), strong(totalMassKg)],
    ...(weighedKg !== null && difference
      ? ([
          [t("pass.part.weighed"), strong(weighedKg)],
          [
            t("pass.part.difference"),
            t("pass.difference", { kg: groupDigits(difference.kg), percent: difference.percent }),
          ],
        ] as const)
      : []),
  ];
  return (
    <section className="panel" aria-labelledby="pass-masses">
      <h2 id="pass-masses">{t("pass.masses")}</h2>
      <Facts facts={facts} />
      {weighedKg === null && state === "passed" && <p className="quiet">{t("pass.notWeighed")}</p>}
    </section>
  );
};
