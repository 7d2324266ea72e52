import type { FormKind } from "@openftz/customs/business-form/business-form.ts";
import { Input, Select } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { CommandRequest } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { mayLeaveFor, mayMove } from "../../shared/book-kinds.ts";
import { Field } from "../../shared/field.tsx";
import { yuanOfFen } from "../../shared/format.ts";
import { freeFen } from "../../shared/guarantee.ts";
import { filled, proposedReference } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import type { Book } from "../book/acts.ts";
import { STATUSES } from "../declare-list/paper.ts";

type Request = CommandRequest<"business-form.file">;

const KINDS: readonly FormKind[] = ["batches", "display", "test", "repair", "mould", "other"];

const SEARCH = { optionFilterProp: "label" } as const;

/** Asks for a business form in a book that is in force. */
export const AskFormDialog = ({ book, close }: { book: Book; close: () => void }) => {
  const { t, word, start } = useApp();
  const { marks, note } = useFaultMarks();
  const guarantees = useList("guarantee.list", {}, { limit: 500 });
  const kinds = KINDS.filter((kind) => mayLeaveFor(book.kind, kind));
  const [fields, setFields] = useState(() => ({
    reference: proposedReference(start.today),
    kind: kinds[0] ?? "batches",
    direction: "out",
    status: "bonded",
    validUntil: book.validUntil as string,
    guarantee: "",
  }));
  const set = (change: Partial<typeof fields>) => setFields((now) => ({ ...now, ...change }));
  const select = (
    name: "kind" | "direction" | "status" | "guarantee",
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
    hint = "",
  ) => (
    <Field pointer={`/${name}`} label={label} hint={hint}>
      {(input) => (
        <Select
          {...input}
          showSearch={SEARCH}
          value={fields[name]}
          onChange={(value) => set({ [name]: value })}
          options={[...options]}
        />
      )}
    </Field>
  );
  const own = (guarantees.answer ?? []).filter(({ party }) => party === book.party);
  return (
    <ActDialog
      title={t("form.askTitle")}
      button={t("form.ask")}
      ready={fields.validUntil !== "" && fields.reference !== ""}
      done={t("form.asked")}
      act={() => call("business-form.file", { book: book.number, ...filled(fields) } as unknown as Request)}
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p className="quiet">{t("form.askText")}</p>
        {select(
          "kind",
          t("form.kind"),
          kinds.map((value) => ({ value, label: word("formKind", value) })),
        )}
        {select("direction", t("form.direction"), [
          { value: "out", label: t("form.directionOut") },
          ...(mayMove(book.kind, "batch-from-inland") ? [{ value: "in", label: t("form.directionIn") }] : []),
        ])}
        {select(
          "status",
          t("line.status"),
          STATUSES.map((value) => ({ value, label: word("goodsStatus", value) })),
        )}
        {select(
          "guarantee",
          t("form.guarantee"),
          [
            { value: "", label: t("form.noGuarantee") },
            ...own.map((row) => ({
              value: row.guarantee,
              label: `${row.guarantee} · ${yuanOfFen(freeFen(row))} CNY`,
            })),
          ],
          t("form.guaranteeHint"),
        )}
        <Field pointer="/validUntil" label={t("book.validUntil")}>
          {(input) => (
            <Input
              {...input}
              type="date"
              value={fields.validUntil}
              onChange={(event) => set({ validUntil: event.target.value })}
            />
          )}
        </Field>
        <Field pointer="/reference" label={t("book.reference")} hint={t("hint.reference")}>
          {(input) => (
            <Input
              {...input}
              value={fields.reference}
              onChange={(event) => set({ reference: event.target.value.trim() })}
            />
          )}
        </Field>
      </MarksContext>
    </ActDialog>
  );
};
