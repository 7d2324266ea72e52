import type { Status } from "@openftz/customs/account-book/stock.ts";
import { useApp } from "../../app/context.tsx";
import { ChoiceCards } from "../../shared/choice-cards.tsx";
import { type Movement, paperFor, STATUSES } from "./paper.ts";

/** Under which status the goods lie; one that does not move this way says so and cannot be chosen. */
export const StatusField = (props: {
  movement: Movement;
  value: Status;
  onChange: (status: Status) => void;
}) => {
  const { movement, value, onChange } = props;
  const { t, word } = useApp();
  return (
    <>
      <p className="quiet">{t("declare.statusHint")}</p>
      <ChoiceCards
        pointer="/status"
        legend={t("declare.status")}
        value={value}
        onChange={onChange}
        choices={STATUSES.map((status) => {
          const isNever = paperFor(movement, status, undefined).rule === "never";
          return {
            value: status,
            title: word("goodsStatus", status),
            text: t(isNever ? "declare.statusNever" : `declare.statusText.${status}`),
            disabled: isNever,
          };
        })}
      />
    </>
  );
};
