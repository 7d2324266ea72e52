import { Button, Input, Select } from "antd";
import { useApp } from "../../app/context.tsx";
import { Field } from "../../shared/field.tsx";
import { Icon } from "../../shared/icon.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { useFiling } from "./filing-context.ts";
import { emptyDocument } from "./form.ts";

/** The papers that go with the declaration. */
export const DocumentsFields = () => {
  const { t, language } = useApp();
  const { form, change } = useFiling();
  const { codes } = useCodes();
  const { documents } = form;
  const set = (index: number, fields: { kind?: string; number?: string }) =>
    change({ documents: documents.map((row, at) => (at === index ? { ...row, ...fields } : row)) });
  return (
    <>
      {documents.length === 0 && <p className="quiet">{t("filing.noDocuments")}</p>}
      {documents.map((row, index) => (
        <div key={row.key} className="fields document-row">
          <Field pointer={`/documents/${index}/kind`} label={t("field.documentKind")}>
            {(input) => (
              <Select
                {...input}
                showSearch={{ optionFilterProp: "label" }}
                value={row.kind || null}
                onChange={(kind) => set(index, { kind: kind ?? "" })}
                options={
                  codes?.documentKinds.map(({ code, name }) => ({
                    value: code,
                    label: `${code} ${name[language]}`,
                  })) ?? []
                }
              />
            )}
          </Field>
          <Field pointer={`/documents/${index}/number`} label={t("field.documentNumber")}>
            {(input) => (
              <Input
                {...input}
                value={row.number}
                onChange={(event) => set(index, { number: event.target.value })}
              />
            )}
          </Field>
          <button
            type="button"
            className="icon-button"
            aria-label={t("filing.removeDocument", { item: index + 1 })}
            onClick={() => change({ documents: documents.filter((_, at) => at !== index) })}
          >
            <Icon name="trash" />
          </button>
        </div>
      ))}
      <Button
        icon={<Icon name="plus" size={14} />}
        onClick={() => change({ documents: [...documents, emptyDocument()] })}
      >
        {t("filing.addDocument")}
      </Button>
    </>
  );
};
