import { Input, Segmented, Select } from "antd";
import { useApp } from "../../app/context.tsx";
import { Field } from "../../shared/field.tsx";
import { Icon } from "../../shared/icon.tsx";
import { PartyInput } from "../../shared/party-input.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import type { Zone } from "./declare-form.tsx";
import { type Form, isDeclaredOutside } from "./form.ts";
import { isInbound, type Movement, paperFor, whyCodes, whyWaits } from "./paper.ts";

const SEARCH = { optionFilterProp: "label" } as const;

/** Whether a declaration goes with the list and why, and the codes that are proposed; all but the rule may be changed. */
export const PaperFields = (props: {
  movement: Movement;
  zone: Zone;
  form: Form;
  change: (to: (now: Form) => Form) => void;
}) => {
  const { movement, zone, form, change } = props;
  const { t, language } = useApp();
  const { codes } = useCodes();
  const { rule, why } = paperFor(movement, form.status, zone.firstLine);
  const direction = isInbound(movement) ? "import" : "export";
  const set = (fields: Partial<Form>) => change((now) => ({ ...now, ...fields }));
  const options = (rows: readonly { code: string; name: { en: string; zh: string } }[] = []) =>
    rows.map(({ code, name }) => ({ value: code, label: `${code} ${name[language]}` }));
  return (
    <>
      <p className="banner tone-others">
        <Icon name="info" />
        <span>
          {t(why, { zone: zone.name })} {form.declares && t(whyWaits(movement))}
        </span>
      </p>
      <div className="fields">
        <Field pointer="/declares" label={t("declare.declares")}>
          {({ id }) => (
            <Segmented
              id={id}
              value={form.declares ? "with" : "without"}
              disabled={rule !== "may"}
              aria-label={t("declare.declares")}
              onChange={(value) => set({ declares: value === "with" })}
              options={[
                { value: "with", label: t("declare.withDeclaration") },
                { value: "without", label: t("declare.without") },
              ]}
            />
          )}
        </Field>
        {isDeclaredOutside(form) && (
          <PartyInput
            pointer="/counterparty"
            label={t("declare.counterparty")}
            hint={t("declare.counterpartyHint")}
            value={form.counterparty}
            onChange={(counterparty) => set({ counterparty })}
            optional
          />
        )}
        <Field pointer="/procedure" label={t("field.procedure")}>
          {(input) => (
            <Select
              {...input}
              showSearch={SEARCH}
              value={form.procedure || null}
              onChange={(procedure) => set({ procedure: procedure ?? "" })}
              options={options(codes?.procedures.filter(({ directions }) => directions.includes(direction)))}
            />
          )}
        </Field>
        <Field pointer="/transportMode" label={t("field.transportMode")}>
          {(input) => (
            <Select
              {...input}
              showSearch={SEARCH}
              value={form.transportMode || null}
              onChange={(transportMode) => set({ transportMode: transportMode ?? "" })}
              options={options(codes?.transportModes)}
            />
          )}
        </Field>
        <Field pointer="/reference" label={t("book.reference")} hint={t("hint.reference")}>
          {(input) => (
            <Input
              {...input}
              value={form.reference}
              onChange={(event) => set({ reference: event.target.value.trim() })}
            />
          )}
        </Field>
      </div>
      <p className="quiet">{t(whyCodes(movement))}</p>
    </>
  );
};
