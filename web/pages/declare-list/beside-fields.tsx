import { Input, Select } from "antd";
import { useApp } from "../../app/context.tsx";
import { Field } from "../../shared/field.tsx";
import { dayText } from "../../shared/format.ts";
import type { Book } from "../book/acts.ts";
import type { Form } from "./form.ts";

type Props = {
  readonly book: Book;
  readonly form: Form;
  readonly set: (fields: Partial<Form>) => void;
};

/** What belongs to the movement beside its goods: the other side of a transfer, or the pass of goods that entered first. */
export const BesideFields = ({ book, form, set }: Props) => {
  const { t, language } = useApp();
  const text = (name: "otherBook" | "otherList") => (
    <Field pointer={`/${name}`} label={t(`declare.${name}`)} hint={t(`declare.${name}Hint`)}>
      {(input) => (
        <Input
          {...input}
          autoComplete="off"
          maxLength={18}
          value={form[name]}
          onChange={(event) => set({ [name]: event.target.value.trim().toUpperCase() })}
        />
      )}
    </Field>
  );
  if (form.movement === "from-book") return <div className="fields beside">{text("otherBook")}</div>;
  if (form.movement === "to-book") return <div className="fields beside">{text("otherList")}</div>;
  if (form.movement !== "from-abroad" || (book.undeclared.length === 0 && form.pass === "")) return null;
  const known = book.undeclared.some(({ pass }) => pass === form.pass);
  return (
    <div className="fields beside">
      <Field pointer="/pass" label={t("declare.pass")} hint={t("declare.passHint")}>
        {(input) => (
          <Select
            {...input}
            value={form.pass}
            onChange={(pass) => set({ pass })}
            options={[
              { value: "", label: t("declare.passNone") },
              ...(form.pass !== "" && !known ? [{ value: form.pass, label: form.pass }] : []),
              ...book.undeclared.map(({ pass, by }) => ({
                value: pass,
                label: `${pass} · ${t("pass.declareBy")} ${dayText(by, language)}`,
              })),
            ]}
          />
        )}
      </Field>
    </div>
  );
};
