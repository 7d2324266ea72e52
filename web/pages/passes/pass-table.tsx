import { Button } from "antd";
import { useState } from "react";
import type { AskedList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { PassTag } from "../../shared/book-tags.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { clockOf, dayText, groupDigits, legalDayOf } from "../../shared/format.ts";
import { Link } from "../../shared/link.tsx";
import { PaperLinks } from "../../shared/paper-link.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { type PassAct, type PassRow, passActs } from "./pass-acts.ts";
import { PassDialogs } from "./pass-dialogs.tsx";

const FEW = 2;

type Begun = { readonly act: PassAct; readonly row: PassRow };

/** Gate passes with what may be done with each; those of one book or list leave out what is the same in all. */
export const PassTable = (props: {
  rows: readonly PassRow[];
  label: string;
  ofBook?: boolean;
  more?: Pick<AskedList<PassRow>, "hasMore" | "tooMany" | "loading" | "more">;
}) => {
  const { rows, label, ofBook = false, more } = props;
  const [begun, setBegun] = useState<Begun>();
  const columns = useColumns(rows, ofBook, setBegun);
  return (
    <>
      <DataTable
        label={label}
        columns={columns}
        rows={rows}
        id={({ pass }) => pass}
        href={({ pass }) => `/passes/${pass}`}
        {...more}
      />
      {begun && <PassDialogs {...begun} close={() => setBegun(undefined)} />}
    </>
  );
};

const papersOf = ({ lists, slips }: PassRow): readonly string[] => [...lists, ...slips];

/** The first papers of a pass; its page has them all. */
const Papers = ({ papers }: { papers: readonly string[] }) => (
  <>
    <PaperLinks papers={papers.slice(0, FEW)} />
    {papers.length > FEW && <small className="quiet"> +{papers.length - FEW}</small>}
  </>
);

const useColumns = (
  rows: readonly PassRow[],
  ofBook: boolean,
  begin: (begun: Begun) => void,
): readonly Column<PassRow>[] => {
  const { t, word, language, start, session } = useApp();
  const nameOf = usePartyNames();
  const when = ({ at }: PassRow) =>
    `${legalDayOf(at) === start.today ? "" : `${dayText(legalDayOf(at), language)} `}${clockOf(at).slice(0, 5)}`;
  const acts = (row: PassRow) => passActs(row, session);
  const mass = (key: "totalMassKg" | "weighedKg"): Column<PassRow> => ({
    key,
    title: t(`pass.${key}`),
    number: true,
    show: (row) => groupDigits(row[key] ?? ""),
    text: (row) => row[key] ?? "",
  });
  const columns: readonly (Column<PassRow> | false)[] = [
    { key: "pass", title: t("pass.pass"), code: true, show: ({ pass }) => pass, text: ({ pass }) => pass },
    {
      key: "state",
      title: t("list.state"),
      show: ({ state }) => <PassTag state={state} />,
      text: ({ state }) => word("passState", state),
    },
    {
      key: "vehicle",
      title: t("pass.vehicle"),
      show: ({ vehicle }) => <b>{vehicle}</b>,
      text: ({ vehicle }) => vehicle,
    },
    {
      key: "direction",
      title: t("pass.direction"),
      show: ({ direction }) => word("direction", direction),
      text: ({ direction }) => word("direction", direction),
    },
    {
      key: "kind",
      title: t("pass.kind"),
      wide: ofBook,
      show: (row) => (row.kind === "papers" ? <Papers papers={papersOf(row)} /> : word("passKind", row.kind)),
      text: (row) => (row.kind === "papers" ? papersOf(row).join(" ") : word("passKind", row.kind)),
    },
    !ofBook && {
      key: "book",
      title: t("book.number"),
      code: true,
      show: ({ book }) => <Link href={`/books/${book}`}>{book}</Link>,
      text: ({ book }) => book,
    },
    !ofBook && {
      key: "party",
      title: t("book.party"),
      wide: true,
      widest: true,
      show: ({ party }) => nameOf(party),
      text: ({ party }) => party,
    },
    mass("totalMassKg"),
    mass("weighedKg"),
    rows.some(({ declareBy }) => declareBy !== null) && {
      key: "declareBy",
      title: t("pass.declareBy"),
      show: ({ declareBy }) => declareBy && <DueDay day={declareBy} />,
      text: ({ declareBy }) => declareBy ?? "",
    },
    { key: "at", title: t("pass.asked"), number: true, wide: true, show: when, text: ({ at }) => at },
    rows.some((row) => acts(row).length > 0) && {
      key: "acts",
      title: t("pass.acts"),
      show: (row) =>
        acts(row).length > 0 && (
          <span className="row-acts">
            {acts(row).map((act) => (
              <Button
                key={act}
                size="small"
                type={act === "record" ? "primary" : "default"}
                onClick={() => begin({ act, row })}
              >
                {t(`pass.${act}`)}
              </Button>
            ))}
          </span>
        ),
    },
  ];
  return columns.filter((column) => column !== false);
};
