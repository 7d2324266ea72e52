import { AutoComplete, Input, Segmented, Select } from "antd";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { Field } from "../../shared/field.tsx";
import { PartyInput } from "../../shared/party-input.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { useOfficeName } from "../../shared/use-office-name.ts";
import { useFiling } from "./filing-context.ts";

const SEARCH = { optionFilterProp: "label" } as const;

/** Who declares for whom, where, and which way. */
export const PartyFields = () => {
  const { t, language } = useApp();
  const { form, change, fixed } = useFiling();
  const zones = useList("zone.list", {}, { limit: 500 });
  const officeName = useOfficeName(form.office);
  // There is no list of offices; those of the zones are a good beginning, and any four digits are taken.
  const offices = [
    ...new Map(
      zones.answer?.map((row) => [
        row.office,
        `${row.office} · ${language === "zh" ? row.nameZh : row.nameEn}`,
      ]),
    ),
  ].map(([value, label]) => ({ value, label }));
  const choose = (name: "declarant" | "trader") => (
    <PartyInput
      pointer={`/${name}`}
      label={t(`field.${name}`)}
      hint={t(`hint.${name}`)}
      value={form[name]}
      disabled={fixed}
      onChange={(party) => change({ [name]: party })}
    />
  );
  return (
    <div className="fields">
      <Field pointer="/reference" label={t("field.reference")} hint={t("hint.reference")}>
        {(input) => (
          <Input
            {...input}
            value={form.reference}
            disabled={fixed}
            onChange={(event) => change({ reference: event.target.value.trim() })}
          />
        )}
      </Field>
      <Field pointer="/direction" label={t("field.direction")}>
        {({ id }) => (
          <Segmented
            id={id}
            value={form.direction}
            disabled={fixed}
            aria-label={t("field.direction")}
            onChange={(direction) => change({ direction })}
            options={[
              { value: "import" as const, label: t("direction.import") },
              { value: "export" as const, label: t("direction.export") },
            ]}
          />
        )}
      </Field>
      <Field pointer="/office" label={t("field.office")} hint={officeName || t("hint.office")}>
        {(input) => (
          <AutoComplete
            {...input}
            value={form.office}
            disabled={fixed}
            options={offices}
            onChange={(office: string) => change({ office: office.trim() })}
          />
        )}
      </Field>
      {choose("declarant")}
      {choose("trader")}
    </div>
  );
};

/** Supervision mode, place, transport and masses. */
export const TransportFields = () => {
  const { t, language } = useApp();
  const { form, change } = useFiling();
  const { codes } = useCodes();
  const zones = useList("zone.list", {}, { limit: 500 });
  const guarantees = useList("guarantee.list", {}, { limit: 200 });
  const options = (rows: readonly { code: string; name: { en: string; zh: string } }[] | undefined) =>
    rows?.map(({ code, name }) => ({ value: code, label: `${code} ${name[language]}` })) ?? [];
  const text = (
    name: "transportDocument" | "grossMassKg" | "packages",
    optional: boolean,
    numeric: boolean,
  ) => (
    <Field pointer={`/${name}`} label={t(`field.${name}`)} optional={optional}>
      {(input) => (
        <Input
          {...input}
          value={form[name]}
          className={numeric ? "number-input" : ""}
          inputMode={numeric ? "decimal" : "text"}
          onChange={(event) =>
            change({ [name]: numeric ? event.target.value.replace(/[\s,]/g, "") : event.target.value })
          }
        />
      )}
    </Field>
  );
  return (
    <div className="fields">
      <Field pointer="/procedure" label={t("field.procedure")}>
        {(input) => (
          <Select
            {...input}
            showSearch={SEARCH}
            value={form.procedure || null}
            onChange={(procedure) => change({ procedure: procedure ?? "" })}
            options={options(
              codes?.procedures.filter(({ directions }) => directions.includes(form.direction)),
            )}
          />
        )}
      </Field>
      <Field pointer="/zone" label={t("field.zone")} optional>
        {(input) => (
          <Select
            {...input}
            allowClear
            showSearch={SEARCH}
            value={form.zone || null}
            onChange={(zone) => change({ zone: zone ?? "" })}
            options={
              zones.answer?.map((row) => ({
                value: row.zone,
                label: language === "zh" ? row.nameZh : row.nameEn,
              })) ?? []
            }
          />
        )}
      </Field>
      <Field pointer="/transportMode" label={t("field.transportMode")}>
        {(input) => (
          <Select
            {...input}
            showSearch={SEARCH}
            value={form.transportMode || null}
            onChange={(transportMode) => change({ transportMode: transportMode ?? "" })}
            options={options(codes?.transportModes)}
          />
        )}
      </Field>
      <Field
        pointer="/conveyanceEntry"
        label={t("field.conveyanceEntry")}
        hint={t("hint.conveyanceEntry")}
        optional
      >
        {(input) => (
          <Input
            {...input}
            type="date"
            value={form.conveyanceEntry}
            onChange={(event) => change({ conveyanceEntry: event.target.value })}
          />
        )}
      </Field>
      {text("transportDocument", true, false)}
      {text("grossMassKg", false, true)}
      {text("packages", true, true)}
      <Field pointer="/guarantee" label={t("field.guarantee")} hint={t("hint.guarantee")} optional>
        {(input) => (
          <Select
            {...input}
            allowClear
            value={form.guarantee || null}
            onChange={(guarantee) => change({ guarantee: guarantee ?? "" })}
            options={
              guarantees.answer?.map((row) => ({
                value: row.guarantee,
                label: `${row.guarantee} · ${row.guarantor}`,
              })) ?? []
            }
          />
        )}
      </Field>
    </div>
  );
};
