import { AutoComplete } from "antd";
import { type ClipboardEvent, useEffect, useState } from "react";
import { look } from "../../api/client.ts";
import type { TariffAnswer } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { halfOf, rateText } from "../../shared/format.ts";
import { plainCode } from "../../shared/paste.ts";
import { fieldId } from "../../shared/pointer.ts";

type Line = TariffAnswer["lines"][number];
const PAUSE_MS = 200;

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
  const { t, language } = useApp();
  const { pointer, label, value, wrong, onChange, onPick, onBlur, onPaste } = props;
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open || value.trim().length < 2) return;
    let wanted = true;
    const timer = setTimeout(() => {
      look("tariff.search", { text: value.trim().slice(0, 60) }).then(
        (found) => wanted && setLines(found.lines.slice(0, 12)),
        () => undefined, // the field takes a code all the same
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [value, open]);
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
          label: (
            <span className="commodity-option">
              <code>{line.code}</code>
              <span>{halfOf(line.description, language)}</span>
              {line.mfn !== null && <small>{rateText(line.provisional ?? line.mfn)}</small>}
            </span>
          ),
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
