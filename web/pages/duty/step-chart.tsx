import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useApp } from "../../app/context.tsx";
import { dayText } from "../../shared/format.ts";
import type { Series } from "./history.ts";

use([LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Told apart without colour too: each line has its own dashes. Colours keep their contrast on either ground. */
const LOOKS = [
  { light: "#0b4f9e", dark: "#79b0f2", dash: "solid" },
  { light: "#b25e00", dark: "#f3c25c", dash: "dashed" },
  { light: "#17692f", dark: "#7fd596", dash: "dotted" },
  { light: "#7a3e9d", dark: "#c9a3e6", dash: [8, 3, 2, 3] },
] as const;

/** Steps up to today; what has begun later is drawn to its own first day. */
const pointsOf = ({ steps }: Series, today: string): readonly (readonly [string, number | null])[] =>
  steps.flatMap(({ from, to, percent }) => {
    const end = to ?? (today > from ? today : from);
    return [[from, percent] as const, [end, percent] as const];
  });

/** Percentages as steps over time. */
const StepChart = ({ series, today, label }: { series: readonly Series[]; today: string; label: string }) => {
  const { dark, language } = useApp();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink-2").trim();
    const line = getComputedStyle(document.documentElement).getPropertyValue("--line").trim();
    const font = getComputedStyle(document.body).fontFamily;
    const chart = init(box, null, { renderer: "svg" });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: font, color: ink },
      grid: { left: 8, right: 16, top: 34, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, icon: "path://M0 6h24v3H0z", textStyle: { color: ink }, itemWidth: 24 },
      tooltip: {
        trigger: "axis",
        confine: true,
        valueFormatter: (value: unknown) => (typeof value === "number" ? `${value}%` : "–"),
        axisPointer: {
          label: { formatter: ({ value }: { value: unknown }) => dayText(isoDay(value), language) },
        },
      },
      xAxis: {
        type: "time",
        axisLine: { lineStyle: { color: line } },
        axisLabel: {
          color: ink,
          hideOverlap: true,
          formatter: { year: "{yyyy}", month: "{yyyy}-{MM}", day: "{yyyy}-{MM}-{dd}" },
        },
        minInterval: 86_400_000 * 28,
      },
      yAxis: {
        type: "value",
        min: 0,
        axisLabel: { color: ink, formatter: "{value}%" },
        splitLine: { lineStyle: { color: line } },
      },
      series: series.map((each, at) => {
        const look = LOOKS[at % LOOKS.length]!;
        const color = dark ? look.dark : look.light;
        return {
          type: "line",
          step: "end",
          name: each.name,
          data: pointsOf(each, today),
          showSymbol: false,
          connectNulls: false,
          color,
          lineStyle: { color, width: 2.5, type: look.dash },
        };
      }),
    });
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(box);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [series, today, dark, language]);
  return <div ref={place} className="step-chart" role="img" aria-label={label} />;
};

const isoDay = (value: unknown): string => new Date(Number(value)).toISOString().slice(0, 10);

export default StepChart;
