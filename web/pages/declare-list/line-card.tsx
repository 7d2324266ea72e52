import { Input } from "antd";
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
  readonly inbound: boolean;
  /** What is free of it in the book, and what all lines of the list together ask beyond that. */
  readonly free: string | undefined;
  readonly missing: string | undefined;
  readonly set: (fields: Partial<LineFields>) => void;
  readonly remove: () => void;
};

/** One line of the list: which goods, and how much of them in every unit. */
export const LineCard = (props: Props) => {
  const { line, index, inbound, set, remove } = props;
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
          <b>{t("declare.line", { item })}</b> <Which {...props} />
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
        {line.line === "" && inbound && <GoodsFields line={line} at={at} item={item} set={set} />}
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

/** Which goods a line is of, with what is free of them now. */
export const Which = (
  props: Pick<Props, "line" | "inbound" | "free" | "missing"> & {
    /** What the goods are is shown nowhere else. */
    folded?: boolean;
  },
) => {
  const { line, inbound, free, missing, folded = false } = props;
  const { t, word, language } = useApp();
  if (line.line === "")
    return (
      <>
        {line.part !== "" && <code>{line.part}</code>}{" "}
        {inbound && folded && (
          <>
            <code>{line.commodity}</code> {halfOf(line.description, language)}{" "}
          </>
        )}
        <span className="quiet">{t(inbound ? "declare.newGoods" : "declare.notInBook")}</span>
      </>
    );
  const unit = word("unit", line.unit);
  return (
    <>
      <Link href={`/book-lines/${line.line}`}>
        <code>{line.part}</code>
      </Link>{" "}
      <code>{line.commodity}</code> {halfOf(line.description, language)}{" "}
      {!inbound && free !== undefined && (
        <span className={missing === undefined ? "tone-others" : "tone-stopped"}>
          {t("declare.available", { quantity: groupDigits(free), unit })}
          {missing !== undefined && ` · ${t("declare.missing", { quantity: groupDigits(missing), unit })}`}
        </span>
      )}
    </>
  );
};
