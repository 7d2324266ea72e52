import { Button } from "antd";
import { useState } from "react";
import type { LookAnswer } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { mayMove } from "../../shared/book-kinds.ts";
import { FormTag } from "../../shared/book-tags.tsx";
import { CopyButton } from "../../shared/copy-button.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { Facts } from "../../shared/facts.tsx";
import { yuanOfFen } from "../../shared/format.ts";
import { atStake, type GuarantorAct, guarantorAct, isOverdue } from "../../shared/guarantor.ts";
import { GuarantorDialog } from "../../shared/guarantor-dialogs.tsx";
import { PaperLink } from "../../shared/paper-link.tsx";
import { UseBar } from "../../shared/use-bar.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import type { Book } from "../book/acts.ts";
import { movementOf } from "./batch.ts";
import { BatchDialog } from "./batch-dialog.tsx";
import { type FormAct, type FormRow, formActs } from "./form-acts.ts";
import { CloseFormDialog, DecideFormDialog } from "./form-dialogs.tsx";
import { SlipDialog } from "./slip-dialog.tsx";
import { SlipTable } from "./slip-table.tsx";
import { useSlips } from "./use-slips.ts";

const WORDS = { decide: "form.decide", slip: "slip.declare", close: "form.close" } as const;

/** One form: what it is for, its slips, and, when some went, the one button that declares them together. */
export const FormCard = (props: {
  row: FormRow;
  book: Book;
  /** It is the page: its number is the title, and its book is named. */
  whole?: boolean;
}) => {
  const { row, book, whole = false } = props;
  const { t, word, session, start } = useApp();
  const nameOf = usePartyNames();
  const [open, setOpen] = useState<FormAct | GuarantorAct | "batch">();
  const { answer: form } = useLook("business-form.show", { id: row.form }, { everyMs: 20_000 });
  const isOpen = row.state === "filed" || row.state === "effective";
  const { rows: slips, asked } = useSlips(row.form, row.state !== "filed" && row.state !== "rejected");
  const acts = formActs(row, session, start.today);
  const went = slips.filter(({ state }) => state === "passed").length;
  const guarantor = form && guarantorAct({ ...form, isLate: isOverdue(form.open, start.today) }, session);
  const close = () => setOpen(undefined);
  return (
    <article className="panel form-card" aria-label={row.form}>
      <div className="part-head">
        {whole ? (
          <h1>
            <code>{row.form}</code> <CopyButton text={row.form} /> <FormTag state={row.state} />
          </h1>
        ) : (
          <h3>
            <PaperLink paper={row.form} /> <FormTag state={row.state} />
          </h3>
        )}
        <span className="row-acts">
          {guarantor && <Button onClick={() => setOpen(guarantor)}>{t(`act.${guarantor}`)}</Button>}
          {acts.toReversed().map((act) => (
            <Button
              key={act}
              {...(act === "decide" && { type: "primary" as const })}
              onClick={() => setOpen(act)}
            >
              {t(WORDS[act])}
            </Button>
          ))}
          {acts.includes("close") && went > 0 && mayMove(book.kind, movementOf(row.direction)) && (
            <Button type="primary" onClick={() => setOpen("batch")}>
              {t(went === 1 ? "batch.buttonOne" : "batch.button", { count: went })}
            </Button>
          )}
        </span>
      </div>
      <Facts
        facts={[
          ...(whole
            ? ([
                [t("book.number"), <PaperLink key="book" paper={row.book} />],
                [t("book.party"), nameOf(row.party)],
              ] as const)
            : []),
          [t("form.kind"), word("formKind", row.kind)],
          [t("pass.direction"), word("direction", row.direction)],
          [t("line.status"), word("goodsStatus", row.status)],
          [t("book.validUntil"), <DueDay key="until" day={row.validUntil} />],
          ...(form && form.guarantee !== null
            ? ([
                [t("form.guarantee"), <code key="guarantee">{form.guarantee}</code>],
                [t(form.called ? "form.called" : "form.reserved"), yuanOfFen(form.reserved)],
              ] as const)
            : []),
          ...(form?.secured ? [[t("form.stake"), <Stake key="stake" form={form} />] as const] : []),
        ]}
      />
      {slips.length > 0 ? (
        <SlipTable rows={slips} form={row} book={book} more={asked} />
      ) : (
        isOpen && <p className="quiet">{t("form.noSlips")}</p>
      )}
      {open === "decide" && form && <DecideFormDialog form={form} close={close} />}
      {(open === "call-guarantor" || open === "settle-guarantor") && form && (
        <GuarantorDialog
          act={open}
          paper={form.number}
          guarantee={form.guarantee ?? ""}
          reserved={yuanOfFen(form.reserved)}
          owed={yuanOfFen(form.reserved).replaceAll(",", "")}
          close={close}
        />
      )}
      {open === "close" && <CloseFormDialog form={row.form} close={close} />}
      {open === "slip" && <SlipDialog form={row} book={book} close={close} />}
      {open === "batch" && <BatchDialog form={row} close={close} />}
    </article>
  );
};

/** What goods that are out would owe, of what is reserved for them. */
const Stake = ({ form: { open, reserved } }: { form: LookAnswer<"business-form.show"> }) => {
  const { t } = useApp();
  const stake = atStake(open);
  // The guarantor paid: nothing is reserved any more.
  if (reserved === "0") return yuanOfFen(stake);
  return (
    <>
      {t("form.stakeOf", { stake: yuanOfFen(stake), reserved: yuanOfFen(reserved) })}{" "}
      <UseBar part={stake} whole={BigInt(reserved)} />
    </>
  );
};
