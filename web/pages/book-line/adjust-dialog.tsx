import type { Status } from "@openftz/customs/account-book/stock.ts";
import { Input, Segmented } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { CommandRequest, ShownLine } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { Field } from "../../shared/field.tsx";
import { DECIMAL } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { plainNumber } from "../../shared/paste.ts";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import { STATUSES } from "../declare-list/paper.ts";

type Request = CommandRequest<"book-line.adjust">;

const FOUND = ["less", "more"] as const;

/** Proposes to set a line to what a count found; a second officer confirms. */
export const AdjustDialog = ({ line, close }: { line: ShownLine; close: () => void }) => {
  const { t, word } = useApp();
  const { marks, note } = useFaultMarks();
  const { goods } = line;
  const [status, setStatus] = useState<Status>(line.stock[0]?.status ?? "bonded");
  const [found, setFound] = useState<Request["found"]>("less");
  const [counts, setCounts] = useState({ declared: "", lawful: "", second: "" });
  const [reason, setReason] = useState("");
  const units = { declared: goods.unit, lawful: goods.lawfulUnit, second: goods.secondUnit };
  const measures = (["declared", "lawful", "second"] as const).filter((each) => units[each] !== undefined);
  const act = () =>
    call("book-line.adjust", {
      ...{
        line: line.id,
        status: status as Request["status"],
        found,
        declared: counts.declared,
        lawful: counts.lawful,
      },
      ...(goods.secondUnit && { second: counts.second }),
      reason: reason.trim(),
    });
  return (
    <ActDialog
      title={t("line.adjust")}
      button={t("withdraw.propose")}
      ready={isReason(reason) && measures.every((each) => DECIMAL.test(counts[each]))}
      done={t("line.adjustProposed")}
      act={act}
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p>{t("line.adjustText")}</p>
        <Segmented
          value={status}
          onChange={setStatus}
          aria-label={t("line.status")}
          options={STATUSES.map((value) => ({ value, label: word("goodsStatus", value) }))}
        />
        <Field pointer="/found" label={t("line.found")}>
          {({ id }) => (
            <Segmented
              id={id}
              value={found}
              onChange={setFound}
              aria-label={t("line.found")}
              options={FOUND.map((value) => ({ value, label: t(`line.found.${value}`) }))}
            />
          )}
        </Field>
        <div className="fields tight">
          {measures.map((measure) => (
            <Field
              key={measure}
              pointer={`/${measure}`}
              label={t("line.difference", { unit: word("unit", units[measure] ?? "") })}
              hint={t(`line.measure.${measure}`)}
            >
              {(input) => (
                <Input
                  {...input}
                  className="number-input"
                  inputMode="decimal"
                  value={counts[measure]}
                  onChange={(event) => setCounts({ ...counts, [measure]: plainNumber(event.target.value) })}
                />
              )}
            </Field>
          ))}
        </div>
        <ReasonField
          label={t("withdraw.reason")}
          value={reason}
          onChange={setReason}
          usual={[t("line.adjustUsual")]}
        />
      </MarksContext>
    </ActDialog>
  );
};
