import { useApp } from "../../app/context.tsx";
import { ChoiceCards } from "../../shared/choice-cards.tsx";
import { MOVEMENTS, type Movement } from "./paper.ts";

/** The first question, in people's words. */
export const MovementField = (props: { value: Movement | ""; onChange: (movement: Movement) => void }) => {
  const { t } = useApp();
  return (
    <ChoiceCards
      pointer="/movement"
      legend={t("declare.what")}
      {...props}
      choices={MOVEMENTS.map((movement) => ({
        value: movement,
        title: t(`declare.movement.${movement}`),
        text: t(`declare.movementText.${movement}`),
      }))}
    />
  );
};
