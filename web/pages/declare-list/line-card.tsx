import type { Status } from "@openftz/customs/account-book/stock.ts";
import { Input } from "antd";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { Field } from "../../shared/field.tsx";
import { groupDigits, halfOf } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { Link } from "../../shared/link.tsx";
import { useMarks } from "../../shared/marks.ts";
import { plainNumber } from "../../shared/paste.ts";
import { fieldId } from "../../shared/pointer.ts";
import type { LineFields } from "./form.ts";
import { GoodsFields } from "./goods-fields.tsx";

type Props = {
  readonly line: LineFields;
  readonly index: number;
  readonly status: Status;
  readonly inbound: boolean;
  readonly set: (fields: Partial<LineFields>) => void;
  readonly remove: () => void;
};

/** One line of the list: which goods, and how much of them in every unit. */
export const LineCard = (props: Props) => {
  const { line, index, set, remove } = props;
  const { t, word } = useApp();
  const at = `/lines/${index}`;
  const mistakes = useMarks().mistakesAt(at);
  const item = index + 1;
  const unit = (code: string) => (code === "" ? "" : word("unit", code));
  const labelled = (label: string, code: string) =>
    code === "" ? label : t("line.inUnit", { what: label, unit: unit(code) });
  const number = (
    name: "declared" | "lawful" | "second" | "netMassKg" | "grossMassKg" | "amount",
    label: string,
  ) => (
    <Field pointer={`${at}/${name === "amount" ? "value/amount" : name}`} label={label}>
      {(input) => (
        <Input
          {...input}
          className="number-input"
          inputMode="decimal"
          autoComplete="off"
          value={line[name]}
          onChange={(event) => set({ [name]: plainNumber(event.target.value) })}
        />
      )}
    </Field>
  );
  return (
    <li id={fieldId(at)}>
      <fieldset className={mistakes.length > 0 ? "list-line wrong" : "list-line"}>
        <legend>
          <b>{t("declare.line", { item })}</b>{" "}
          {line.line === "" ? <span className="quiet">{t("declare.newGoods")}</span> : <Known {...props} />}
        </legend>
        <button
          type="button"
          className="icon-button remove"
          aria-label={t("declare.remove", { item })}
          onClick={remove}
        >
          <Icon name="trash" />
        </button>
        {mistakes.map(({ text, tries }) => (
          <p key={text} className="mistake">
            {text} {tries.join(" ")}
          </p>
        ))}
        {line.line === "" && <GoodsFields line={line} at={at} item={item} set={set} />}
        <div className="fields tight">
          {number("declared", labelled(t("declare.quantity"), line.unit))}
          {number("lawful", labelled(t("declare.lawful"), line.lawfulUnit))}
          {line.secondUnit !== "" && number("second", labelled(t("declare.second"), line.secondUnit))}
          {number("netMassKg", t("declare.netMassKg"))}
          {number("grossMassKg", t("declare.grossMassKg"))}
          {number("amount", t("declare.amount"))}
          <Field pointer={`${at}/value/currency`} label={t("declare.currency")}>
            {(input) => (
              <Input
                {...input}
                list="currencies"
                maxLength={3}
                value={line.currency}
                onChange={(event) => set({ currency: event.target.value.trim().toUpperCase() })}
              />
            )}
          </Field>
        </div>
      </fieldset>
    </li>
  );
};

/** A line of the book, with what is free of it now. */
const Known = ({ line, status, inbound }: Props) => {
  const { t, word, language } = useApp();
  const { answer } = useLook("book-line.show", { id: line.line }, { everyMs: 20_000 });
  const free = answer?.stock.find((row) => row.status === status)?.available.declared ?? "0";
  return (
    <>
      <Link href={`/book-lines/${line.line}`}>
        <code>{line.part}</code>
      </Link>{" "}
      <code>{line.commodity}</code> {halfOf(line.description, language)}{" "}
      {!inbound && answer && (
        <span className="tone-others">
          {t("declare.available", { quantity: groupDigits(free), unit: word("unit", line.unit) })}
        </span>
      )}
    </>
  );
};
