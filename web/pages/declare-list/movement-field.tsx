import type { BookKind } from "@openftz/customs/account-book/book-kinds.ts";
import { useApp } from "../../app/context.tsx";
import { mayMove } from "../../shared/book-kinds.ts";
import { ChoiceCards } from "../../shared/choice-cards.tsx";
import { MOVEMENTS, type Movement } from "./paper.ts";

/** The first question, in people's words. */
export const MovementField = (props: {
  kind: BookKind;
  value: Movement | "";
  onChange: (movement: Movement) => void;
}) => {
  const { kind, ...rest } = props;
  const { t } = useApp();
  const ways = MOVEMENTS.filter((movement) => mayMove(kind, movement));
  return (
    <>
      {ways.length < MOVEMENTS.length && (
        <p className="quiet">{t("declare.kindHides", { kind: t(`bookKind.${kind}`) })}</p>
      )}
      <ChoiceCards
        pointer="/movement"
        legend={t("declare.what")}
        {...rest}
        choices={ways.map((movement) => ({
          value: movement,
          title: t(`declare.movement.${movement}`),
          text: t(`declare.movementText.${movement}`),
        }))}
      />
    </>
  );
};
