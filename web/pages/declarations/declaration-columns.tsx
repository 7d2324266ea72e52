import { useMemo } from "react";
import type { ListRow } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { turnOf } from "../../app/turn.ts";
import type { Column } from "../../shared/data-table.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { clockOf, dayText, halfOf, legalDayOf, yuanOfFen } from "../../shared/format.ts";
import { StateTag, TaxTag } from "../../shared/tag.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { usePartyNames } from "../../shared/use-party-names.ts";

type Row = ListRow<"declaration.list">;

/** The columns of a list of declarations. */
export const useDeclarationColumns = (): readonly Column<Row>[] => {
  const { t, word, language, start, has } = useApp();
  const { procedureName } = useCodes();
  const nameOf = usePartyNames();
  const declarant = has("declarant");
  return useMemo(
    () => [
      {
        key: "number",
        title: t("field.number"),
        code: true,
        show: ({ number }) => number,
        text: ({ number }) => number,
      },
      {
        key: "reference",
        title: t("field.reference"),
        code: true,
        wide: true,
        show: ({ reference }) => reference,
        text: ({ reference }) => reference,
      },
      {
        key: "state",
        title: t("list.state"),
        show: (row) => (
          <>
            <StateTag state={row.state} yours={declarant && turnOf(row, false) === "you"} />
            {row.holds.length > 0 && (
              <small className="quiet"> {row.holds.map((hold) => word("hold", hold)).join(", ")}</small>
            )}
          </>
        ),
        text: ({ state }) => word("state", state),
      },
      {
        key: "goods",
        title: t("field.goods"),
        show: ({ goods, items }) => (
          <>
            {halfOf(goods, language)}
            {items > 1 && <small className="quiet"> +{items - 1}</small>}
          </>
        ),
        text: ({ goods }) => goods,
      },
      {
        key: "trader",
        title: t("field.trader"),
        show: ({ trader }) => nameOf(trader),
        text: ({ trader }) => trader,
      },
      {
        key: "procedure",
        title: t("field.procedure"),
        widest: true,
        show: ({ procedure }) => (
          <>
            <code>{procedure}</code> {procedureName(procedure)}
          </>
        ),
        text: ({ procedure }) => procedure,
      },
      {
        key: "tax",
        title: t("list.taxState"),
        show: ({ taxState, state }) => (state === "withdrawn" ? "" : <TaxTag state={taxState} />),
        text: ({ taxState }) => word("taxState", taxState),
      },
      {
        key: "total",
        title: t("field.totalCny"),
        number: true,
        show: ({ totalFen }) => yuanOfFen(totalFen),
        text: ({ totalFen }) => yuanOfFen(totalFen).replaceAll(",", ""),
      },
      {
        key: "due",
        title: t("field.due"),
        wide: true,
        show: ({ due, taxState, state }) =>
          due && state !== "withdrawn" && /due|guaranteed/.test(taxState) ? <DueDay day={due} /> : "",
        text: ({ due }) => due ?? "",
      },
      {
        key: "at",
        title: t("field.filed"),
        number: true,
        show: ({ at }) =>
          `${legalDayOf(at) === start.today ? "" : `${dayText(legalDayOf(at), language)} `}${clockOf(at).slice(0, 5)}`,
        text: ({ at }) => at,
      },
    ],
    [t, word, language, start.today, declarant, procedureName, nameOf],
  );
};
