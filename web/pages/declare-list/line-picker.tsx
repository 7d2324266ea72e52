import type { Status } from "@openftz/customs/account-book/stock.ts";
import { AutoComplete } from "antd";
import { useState } from "react";
import { look } from "../../api/client.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { groupDigits, halfOf } from "../../shared/format.ts";
import { fieldId } from "../../shared/pointer.ts";
import type { LineFields } from "./form.ts";
import { knownLine } from "./known-line.ts";

const MOST = 20;

/** Finds lines of the book by the beginning of a part number, each with what is free of it, and adds the chosen one. */
export const LinePicker = (props: {
  book: string;
  status: Status;
  inbound: boolean;
  disabled: boolean;
  add: (line: LineFields) => void;
}) => {
  const { book, status, inbound, disabled, add } = props;
  const { t, word, language } = useApp();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const part = typed.trim();
  const found = useList("account-book.lines", open ? { book, ...(part !== "" && { part }) } : null, {
    limit: MOST,
  });
  const id = fieldId("/lines");
  const pick = async (line: string) => {
    setTyped("");
    setOpen(false);
    add(knownLine(await look("book-line.show", { id: line }), status, inbound));
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t("declare.pick")}</label>
      <AutoComplete
        id={id}
        value={typed}
        disabled={disabled}
        open={open}
        onOpenChange={setOpen}
        onChange={(text: string) => {
          setTyped(text.slice(0, 50));
          setOpen(true);
        }}
        onSelect={pick}
        defaultActiveFirstOption
        notFoundContent={found.answer?.length === 0 ? t("declare.pickNone") : null}
        options={(found.answer ?? []).map((line) => {
          const free = line[`${status}.stock`];
          return {
            value: line.line,
            disabled: !inbound && free === "0",
            label: (
              <span className="line-option">
                <code>{line.part}</code>
                <span>{halfOf(line.description, language)}</span>
                <small className="number">
                  {t("declare.available", { quantity: groupDigits(free), unit: word("unit", line.unit) })}
                </small>
              </span>
            ),
          };
        })}
      />
    </div>
  );
};
