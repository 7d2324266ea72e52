import { useEffect, useMemo, useState } from "react";
import { call } from "../../api/client.ts";
import { useList } from "../../api/use-ask.ts";
import { lookAtAll } from "../../api/use-looks.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { groupDigits, halfOf } from "../../shared/format.ts";
import { proposedReference } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { PartyInput } from "../../shared/party-input.tsx";
import { navigate, searchOf } from "../../shared/router.ts";
import { Loading } from "../../shared/states.tsx";
import { TableHead } from "../../shared/table-head.tsx";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import { partyLacks } from "../declare-list/form.ts";
import { useBookLines } from "../list/use-book-lines.ts";
import { type Batch, type BatchLine, batchOf, batchRequest, declares, type Slip } from "./batch.ts";
import type { FormRow } from "./form-acts.ts";

const WIDTH = 820;
const MOST = 500;

/** All slips of the form that are still to be declared; undefined while they are fetched. */
const useBatch = (form: string): Batch | undefined => {
  const { answer } = useList("stock-slip.list", { form }, { limit: MOST });
  const [batch, setBatch] = useState<Batch>();
  useEffect(() => {
    if (!answer) return;
    const open = answer.filter(({ state }) => state === "passed" || state === "approved");
    let wanted = true;
    lookAtAll(
      "stock-slip.show",
      open.map(({ slip }) => slip),
    ).then((slips) => wanted && setBatch(batchOf(slips)));
    return () => {
      wanted = false;
    };
  }, [answer]);
  return batch;
};

/** Month's end in one click: the list that declares all slips of a form, its sums shown before it is sent. */
export const BatchDialog = ({ form, close }: { form: FormRow; close: () => void }) => {
  const { t, start } = useApp();
  const [reference] = useState(() => proposedReference(start.today));
  const [counterparty, setCounterparty] = useState("");
  const { marks, note } = useFaultMarks();
  const batch = useBatch(form.form);
  const request = useMemo(
    () =>
      batch &&
      batchRequest(
        {
          book: form.book,
          direction: form.direction as "in" | "out",
          status: form.status as Slip["status"],
        },
        batch,
        reference,
        counterparty,
      ),
    [batch, form, reference, counterparty],
  );
  const send = async () => {
    const { list } = await call("bonded-list.declare", request!);
    navigate(`/lists/${list}${searchOf({ declared: reference })}`);
  };
  const isDeclared = declares(form.status as Slip["status"]);
  return (
    <ActDialog
      title={t("batch.title")}
      button={t("batch.send")}
      width={WIDTH}
      ready={batch !== undefined && batch.lines.length > 0 && partyLacks(counterparty).length === 0}
      done={t("batch.sent")}
      act={send}
      onProblem={note}
      close={close}
    >
      {batch === undefined ? (
        <Loading rows={3} />
      ) : batch.lines.length === 0 ? (
        <p>{batch.left.length > 0 ? t("batch.left", { slips: batch.left.join(", ") }) : t("batch.none")}</p>
      ) : (
        <MarksContext value={marks}>
          <p>
            {t(isDeclared ? "batch.text" : "batch.textPlain", { count: batch.slips.length, form: form.form })}
          </p>
          <Sums book={form.book} lines={batch.lines} />
          {batch.left.length > 0 && (
            <p className="quiet">{t("batch.left", { slips: batch.left.join(", ") })}</p>
          )}
          {batch.more && <p className="quiet">{t("batch.more")}</p>}
          {isDeclared && (
            <PartyInput
              pointer="/counterparty"
              label={t("declare.counterparty")}
              hint={t("declare.counterpartyHint")}
              value={counterparty}
              onChange={setCounterparty}
              optional
            />
          )}
        </MarksContext>
      )}
    </ActDialog>
  );
};

const Sums = ({ book, lines }: { book: string; lines: readonly BatchLine[] }) => {
  const { t, word, language } = useApp();
  const lineOf = useBookLines(book);
  return (
    <div className="table-frame sums">
      <table className="data" aria-label={t("batch.sums")}>
        <TableHead
          columns={[
            [t("line.part")],
            [t("line.description")],
            [t("line.quantity"), "number"],
            [t("bonded.netMassKg"), "number"],
            [t("bonded.value"), "number"],
          ]}
        />
        <tbody>
          {lines.map(({ line, declared, netMassKg, value }) => {
            const known = lineOf(line);
            return (
              <tr key={`${line} ${value.currency}`}>
                <td data-label={t("line.part")}>
                  <code>{known?.part ?? line}</code>
                </td>
                <td data-label={t("line.description")}>{known && halfOf(known.description, language)}</td>
                <td className="number" data-label={t("line.quantity")}>
                  <b>{groupDigits(declared)}</b> {known && word("unit", known.unit)}
                </td>
                <td className="number" data-label={t("bonded.netMassKg")}>
                  {groupDigits(netMassKg)}
                </td>
                <td className="number" data-label={t("bonded.value")}>
                  {groupDigits(value.amount)} {value.currency}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
