import { Button } from "antd";
import { useCallback, useState } from "react";
import type { AskedList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { SlipTag } from "../../shared/book-tags.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { PaperLink } from "../../shared/paper-link.tsx";
import type { Book } from "../book/acts.ts";
import { directionOf } from "../list/acts.ts";
import { type FormRow, type SlipAct, type SlipRow, slipActs } from "./form-acts.ts";
import { SlipActDialogs } from "./slip-act-dialogs.tsx";

type Begun = { readonly act: SlipAct; readonly slip: string };

/** The slips of a form: where each stands, until when it is to be declared, and what may be done with it. */
export const SlipTable = (props: {
  rows: readonly SlipRow[];
  form: FormRow;
  book: Book;
  more: Pick<AskedList<SlipRow>, "hasMore" | "tooMany" | "loading" | "more">;
}) => {
  const { rows, form, book, more } = props;
  const { t, word, session } = useApp();
  const [begun, setBegun] = useState<Begun>();
  const close = useCallback(() => setBegun(undefined), []);
  const acts = (row: SlipRow) => slipActs(row, session);
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
      show: ({ returns }) => returns !== null && <PaperLink paper={returns} />,
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
    rows.some(({ pass }) => pass !== null) && {
      key: "pass",
      title: t("slip.onPass"),
      wide: true,
      show: ({ pass }) => pass !== null && <PaperLink paper={pass} />,
      text: ({ pass }) => pass ?? "",
    },
    rows.some((row) => acts(row).length > 0) && {
      key: "acts",
      title: t("pass.acts"),
      // An empty cell is left out on a telephone.
      show: (row) =>
        acts(row).length > 0 && (
          <span className="row-acts">
            {acts(row).map((act) => (
              <Button key={act} size="small" onClick={() => setBegun({ act, slip: row.slip })}>
                {t(`slip.${act}`)}
              </Button>
            ))}
          </span>
        ),
    },
  ];
  return (
    <>
      <DataTable
        label={t("form.slips", { form: form.form })}
        columns={columns.filter((column) => column !== false)}
        rows={rows}
        id={({ slip }) => slip}
        href={({ slip }) => `/slips/${slip}`}
        {...more}
      />
      {begun && <SlipActDialogs {...begun} form={form} book={book} close={close} />}
    </>
  );
};
