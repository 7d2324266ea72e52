import { AutoComplete } from "antd";
import { type ClipboardEvent, useState } from "react";
import type { TariffAnswer } from "../api/types.ts";
import { useApp } from "../app/context.tsx";
import { plainCode } from "./paste.ts";
import { fieldId } from "./pointer.ts";
import { TariffOption } from "./tariff-option.tsx";
import { useSuggestions } from "./use-suggestions.ts";

type Line = TariffAnswer["lines"][number];

/** The commodity code; words or the beginning of a code find it in the tariff of today. */
export const CommodityCell = (props: {
  pointer: string;
  label: string;
  value: string;
  wrong: boolean;
  onChange: (code: string) => void;
  onPick: (line: Line) => void;
  onBlur: () => void;
  onPaste: (event: ClipboardEvent<HTMLElement>) => void;
}) => {
  const { t } = useApp();
  const { pointer, label, value, wrong, onChange, onPick, onBlur, onPaste } = props;
  const [open, setOpen] = useState(false);
  const lines = useSuggestions(value, { open, shortest: 2 });
  return (
    <span onPaste={onPaste}>
      <AutoComplete
        id={fieldId(pointer)}
        className="commodity"
        value={value}
        status={wrong ? "error" : ""}
        aria-label={label}
        placeholder={t("filing.findCommodity")}
        open={open && value.length >= 2 && lines.some(({ code }) => code !== value)}
        onOpenChange={setOpen}
        popupMatchSelectWidth={460}
        defaultActiveFirstOption={false}
        options={lines.map((line) => ({
          value: line.code,
          label: <TariffOption line={line} />,
        }))}
        onChange={(text: string) => onChange(/^[\d.\s]+$/.test(text) ? plainCode(text) : text)}
        onSelect={(code: string) => {
          const line = lines.find((each) => each.code === code);
          if (line) onPick(line);
          setOpen(false);
        }}
        onBlur={onBlur}
      />
    </span>
  );
};
