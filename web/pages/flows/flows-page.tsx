import { Input, Select } from "antd";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { navigate, searchOf, useAddress } from "../../shared/router.ts";
import { useTitle } from "../../shared/use-title.ts";
import { type FlowAsked, FlowPanel } from "./flow-panel.tsx";
import { isMonth, rangeOf } from "./months.ts";
import { StockPanel } from "./stock-panel.tsx";

const CHAPTER = /^\d{2}$/;

/** What went between zones, the world and the country, and what lies there now. The address holds the question. */
const FlowsPage = (_: PageProps) => {
  const { t, start } = useApp();
  const search = new URLSearchParams(useAddress().search);
  useTitle(t("nav.flows"));
  const range = rangeOf({ from: search.get("from"), until: search.get("until") }, start.today);
  const chapter = search.get("chapter") ?? "";
  const zone = search.get("zone") ?? undefined;
  const asked = { zone, ...range, chapter: CHAPTER.test(chapter) ? chapter : undefined };
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.flows")}</h1>
        <p className="quiet">{t("flow.help")}</p>
      </div>
      <Filters asked={asked} chapter={chapter} />
      <div className="flows">
        <FlowPanel asked={asked} />
        <StockPanel zone={zone} />
      </div>
    </>
  );
};

const Filters = ({ asked, chapter }: { asked: FlowAsked; chapter: string }) => {
  const { t, language } = useApp();
  const zones = useList("zone.list", {}, { limit: 500 });
  const { zone, from, until } = asked;
  const go = (change: object) =>
    navigate(`/flows${searchOf({ zone, from, until, chapter, ...change })}`, { replace: true });
  const month = (key: "from" | "until") => (
    <span className="flow-month">
      <label htmlFor={`flow-${key}`}>{t(key === "from" ? "flow.firstMonth" : "flow.lastMonth")}</label>
      <Input
        id={`flow-${key}`}
        type="month"
        value={asked[key]}
        onChange={(event) => isMonth(event.target.value) && go({ [key]: event.target.value })}
      />
    </span>
  );
  return (
    <search className="flow-filters">
      <Select
        aria-label={t("book.zone")}
        showSearch={{ optionFilterProp: "label" }}
        value={zone ?? ""}
        onChange={(chosen) => go({ zone: chosen })}
        options={[
          { value: "", label: t("flow.allZones") },
          ...(zones.answer ?? []).map((row) => ({
            value: row.zone,
            label: language === "zh" ? row.nameZh : row.nameEn,
          })),
        ]}
      />
      {month("from")}
      {month("until")}
      <Input
        value={chapter}
        maxLength={2}
        inputMode="numeric"
        allowClear
        aria-label={t("flow.chapter")}
        placeholder={t("flow.chapterHint")}
        onChange={(event) => go({ chapter: event.target.value.replace(/\D/g, "") })}
      />
    </search>
  );
};

export default FlowsPage;
