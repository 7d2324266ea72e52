import { Input, Select } from "antd";
import { useId, useState } from "react";
import { call } from "../../api/client.ts";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { useCodes } from "../../shared/use-codes.ts";

/** Gives a paper that was asked for. */
export const GiveDocumentDialog = (props: {
  it: ShownDeclaration;
  missing: readonly string[];
  close: () => void;
}) => {
  const { it, missing, close } = props;
  const { t, language } = useApp();
  const { codes } = useCodes();
  const [kind, setKind] = useState(missing[0] ?? "");
  const [number, setNumber] = useState("");
  const id = useId();
  const kinds = [...(codes?.documentKinds ?? [])].sort(
    (a, b) => Number(missing.includes(b.code)) - Number(missing.includes(a.code)),
  );
  return (
    <ActDialog
      title={t("act.give-document")}
      button={t("act.give-document")}
      ready={kind !== "" && number.trim() !== ""}
      done={t("give.done")}
      act={() => call("declaration.give-document", { declaration: it.number, kind, number: number.trim() })}
      close={close}
    >
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t("field.documentKind")}</label>
        <Select
          id={`${id}-kind`}
          value={kind}
          onChange={setKind}
          showSearch={{ optionFilterProp: "label" }}
          options={kinds.map(({ code, name }) => ({ value: code, label: `${code} ${name[language]}` }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-number`}>{t("field.documentNumber")}</label>
        <Input
          id={`${id}-number`}
          value={number}
          maxLength={250}
          autoFocus
          onChange={(event) => setNumber(event.target.value)}
        />
      </div>
    </ActDialog>
  );
};
