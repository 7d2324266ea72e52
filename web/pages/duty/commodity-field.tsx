import { AutoComplete } from "antd";
import { useState } from "react";
import { useApp } from "../../app/context.tsx";
import { plainCode } from "../../shared/paste.ts";
import { TariffOption } from "../../shared/tariff-option.tsx";
import { useSuggestions } from "../../shared/use-suggestions.ts";

/** Narrower windows have no room for a list wider than its field. */
const NARROW = 640;

/** Goods by words or code: suggestions as one types, arrows walk, enter takes. */
export const CommodityField = (props: {
  id: string;
  status: "error" | "";
  value: string;
  day: string;
  autoFocus: boolean;
  onChange: (commodity: string) => void;
}) => {
  const { t } = useApp();
  const { value, day, onChange, ...input } = props;
  const [open, setOpen] = useState(false);
  const lines = useSuggestions(value, { open, day });
  return (
    <AutoComplete
      {...input}
      className="commodity"
      size="large"
      allowClear
      value={value}
      placeholder={t("duty.goodsExample")}
      open={open && value !== "" && lines.some(({ code }) => code !== value)}
      onOpenChange={setOpen}
      popupMatchSelectWidth={innerWidth > NARROW ? 480 : true}
      defaultActiveFirstOption={!/^\d+$/.test(value)}
      options={lines.map((line) => ({ value: line.code, label: <TariffOption line={line} /> }))}
      onChange={(text?: string) => {
        const typed = text ?? "";
        onChange(/^[\d.\s]+$/.test(typed) ? plainCode(typed).slice(0, 13) : typed.slice(0, 60));
        setOpen(true);
      }}
      onSelect={() => setOpen(false)}
    />
  );
};
