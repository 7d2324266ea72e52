import { Input, Select } from "antd";
import { useId, useState } from "react";
import { call } from "../../api/client.ts";
import type { CommandRequest, ListRow } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";

type Level = CommandRequest<"party.set-credit">["level"];
const LEVELS: readonly Level[] = ["advanced", "registered", "discredited"];

/** Sets a party's credit level from a day on. */
export const CreditDialog = ({ row, close }: { row: ListRow<"party.list">; close: () => void }) => {
  const { t, word, start } = useApp();
  const [level, setLevel] = useState<Level>("registered");
  const [from, setFrom] = useState(start.today);
  const [reason, setReason] = useState("");
  const id = useId();
  return (
    <ActDialog
      title={t("party.creditTitle", { name: row.name })}
      button={t("party.setCredit")}
      ready={isReason(reason) && from !== ""}
      done={t("party.creditDone")}
      act={() => call("party.set-credit", { party: row.party, level, from, reason: reason.trim() })}
      close={close}
    >
      <div className="field">
        <label htmlFor={`${id}-level`}>{t("party.credit")}</label>
        <Select
          id={`${id}-level`}
          value={level}
          onChange={setLevel}
          options={LEVELS.map((value) => ({ value, label: word("credit", value) }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-from`}>{t("party.from")}</label>
        <Input id={`${id}-from`} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </div>
      <ReasonField label={t("withdraw.reason")} value={reason} onChange={setReason} />
    </ActDialog>
  );
};
