import { Button } from "antd";
import { useCallback, useState } from "react";
import type { AskedList } from "../../api/use-ask.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { SlipTag } from "../../shared/book-tags.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { PaperLink } from "../../shared/paper-link.tsx";
import type { Book } from "../book/acts.ts";
import { directionOf } from "../list/acts.ts";
import { type FormRow, type SlipAct, type SlipRow, slipActs } from "./form-acts.ts";
import { ReturnDialog } from "./return-dialog.tsx";
import { DeleteSlipDialog, SlipPassDialog } from "./slip-dialogs.tsx";

type Begun = { readonly act: SlipAct; readonly slip: string };

/** The slips of a form: where each stands, until when it is to be declared, and what may be done with it. */
export const SlipTable = (props: {
  rows: readonly SlipRow[];
  form: FormRow;
  book: Book;
  more: Pick<AskedList<SlipRow>, "hasMore" | "tooMany" | "loading" | "more">;
}) => {
  const { rows, form, book, more } = props;
  const { t, word } = useApp();
  const [begun, setBegun] = useState<Begun>();
  const close = useCallback(() => setBegun(undefined), []);
  const way = ({ slip }: SlipRow) => word("direction", directionOf({ number: slip }));
  const columns: readonly (Column<SlipRow> | false)[] = [
    { key: "slip", title: t("slip.slip"), code: true, show: ({ slip }) => slip, text: ({ slip }) => slip },
    {
      key: "state",
      title: t("list.state"),
      show: ({ state }) => <SlipTag state={state} />,
      text: ({ state }) => word("slipState", state),
    },
    { key: "way", title: t("pass.direction"), show: way, text: way },
    rows.some(({ returns }) => returns !== null) && {
      key: "returns",
      title: t("slip.returns"),
      code: true,
      show: ({ returns }) => returns ?? "",
      text: ({ returns }) => returns ?? "",
    },
    {
      key: "lines",
      title: t("bonded.lines"),
      number: true,
      show: ({ lines }) => lines,
      text: ({ lines }) => String(lines),
    },
    {
      key: "by",
      title: t("slip.by"),
      show: ({ by, state }) => (state === "declared" ? "" : <DueDay day={by} />),
      text: ({ by }) => by,
    },
    rows.some(({ list }) => list !== null) && {
      key: "list",
      title: t("slip.list"),
      show: ({ list }) => list !== null && <PaperLink paper={list} />,
      text: ({ list }) => list ?? "",
    },
    rows.some(({ state }) => state === "approved" || state === "passed") && {
      key: "acts",
      title: t("pass.acts"),
      show: (row) => <Acts row={row} begin={(act) => setBegun({ act, slip: row.slip })} />,
    },
  ];
  return (
    <>
      <DataTable
        label={t("form.slips", { form: form.form })}
        columns={columns.filter((column) => column !== false)}
        rows={rows}
        id={({ slip }) => slip}
        {...more}
      />
      {begun?.act === "pass" && <SlipPassDialog slip={begun.slip} close={close} />}
      {begun?.act === "delete" && <DeleteSlipDialog slip={begun.slip} close={close} />}
      {begun?.act === "return" && <ReturnDialog form={form} book={book} slip={begun.slip} close={close} />}
    </>
  );
};

/** Only a slip at the gate is looked at: the list does not tell whether it is on a pass. */
const Acts = ({ row, begin }: { row: SlipRow; begin: (act: SlipAct) => void }) => {
  const { t, session } = useApp();
  const { answer } = useLook("stock-slip.show", row.state === "approved" ? { id: row.slip } : null);
  const acts = slipActs(row, answer?.pass, session);
  const pass = row.state === "approved" && answer?.pass;
  // An empty cell is left out on a telephone.
  if (!pass && acts.length === 0) return null;
  return (
    <span className="row-acts">
      {pass && <code>{pass}</code>}
      {acts.map((act) => (
        <Button key={act} size="small" onClick={() => begin(act)}>
          {t(`slip.${act}`)}
        </Button>
      ))}
    </span>
  );
};
