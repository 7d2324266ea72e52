import { useWhole } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { countOf } from "../../shared/decimal.ts";
import { groupDigits } from "../../shared/format.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { useZoneNames } from "../../shared/use-zone-names.ts";
import { FlowPicture } from "./flow-picture.tsx";
import { type Flow, flowsOf, toldOf } from "./flow-sums.ts";
import { monthText } from "./months.ts";
import { useMass } from "./use-mass.ts";
import { usePlaceName } from "./use-place-name.ts";

/** What is asked about; all zones where none is named, all goods where no chapter is. */
export type FlowAsked = {
  readonly zone: string | undefined;
  readonly from: string;
  readonly until: string;
  readonly chapter: string | undefined;
};

/** The flows of some months: a sentence, the picture, and the table that tells the same. */
export const FlowPanel = ({ asked: { zone, from, until, chapter } }: { asked: FlowAsked }) => {
  const { t, language } = useApp();
  const zoneName = useZoneNames();
  const request = { from, until, ...(zone && { zone }), ...(chapter && { chapter }) };
  const found = useWhole("overview.flows", request);
  const months = [...new Set([from, until])].map((month) => monthText(month, language)).join(" – ");
  const where = zone === undefined ? t("flow.allZones") : zoneName(zone);
  return (
    <section aria-labelledby="flows-title">
      <h2 id="flows-title">{t("flow.title")}</h2>
      <Answered asked={found}>
        {(rows) => {
          const flows = flowsOf(rows);
          if (flows.length === 0) return <Empty title={t("flow.none")}>{t("flow.noneText")}</Empty>;
          return (
            <>
              <Sentence flows={flows} zone={zone} months={months} where={where} />
              <FlowPicture flows={flows} zone={zone} label={t("flow.picture", { months, where })} />
              <FlowTable flows={flows} />
            </>
          );
        }}
      </Answered>
    </section>
  );
};

type SentenceProps = {
  readonly flows: readonly Flow[];
  readonly zone: string | undefined;
  readonly months: string;
  readonly where: string;
};

const Sentence = ({ flows, zone, months, where }: SentenceProps) => {
  const { t } = useApp();
  const massText = useMass();
  const { came, left, released, within } = toldOf(flows, zone);
  const masses = { came: massText(came), left: massText(left), released: massText(released) };
  return (
    <p className="flow-sentence">
      {t("flow.sentence", { where, months, ...masses })}{" "}
      {within !== "0" && t(zone === undefined ? "flow.between" : "flow.within", { mass: massText(within) })}
    </p>
  );
};

const FlowTable = ({ flows }: { flows: readonly Flow[] }) => {
  const { t } = useApp();
  const nameOf = usePlaceName();
  const greatest = Math.max(...flows.map(({ kg }) => Number(countOf(kg))), 1);
  const place = (key: "from" | "to"): Column<Flow> => ({
    key,
    title: t(key === "from" ? "flow.from" : "flow.to"),
    show: (flow) => nameOf(flow[key]),
    text: (flow) => nameOf(flow[key]),
  });
  const columns: readonly Column<Flow>[] = [
    place("from"),
    place("to"),
    {
      key: "lists",
      title: t("flow.lists"),
      number: true,
      show: ({ lists }) => groupDigits(String(lists)),
      text: ({ lists }) => String(lists),
    },
    {
      key: "kg",
      title: t("flow.kg"),
      number: true,
      show: ({ kg }) => (
        <span className="flow-mass">
          {groupDigits(kg)}
          <i style={{ width: `${(Number(countOf(kg)) / greatest) * 100}%` }} aria-hidden="true" />
        </span>
      ),
      text: ({ kg }) => kg,
    },
  ];
  return (
    <DataTable
      label={t("flow.title")}
      columns={columns}
      rows={flows}
      id={({ from, to }) => `${from} ${to}`}
    />
  );
};
