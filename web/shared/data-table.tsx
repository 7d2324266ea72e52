import { App as AntApp, Button } from "antd";
import type { ReactNode } from "react";
import { useApp } from "../app/context.tsx";
import { Icon } from "./icon.tsx";
import { moveRow, useKeys } from "./keys.ts";
import { Link } from "./link.tsx";
import { writeCells } from "./paste.ts";

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  /** What goes into a spreadsheet; without it the column is not copied. */
  readonly text?: (row: Row) => string;
  readonly number?: boolean;
  readonly code?: boolean;
  /** Left out on a telephone. */
  readonly wide?: boolean;
  /** Shown only where there is plenty of room. */
  readonly widest?: boolean;
};

type Props<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly id: (row: Row) => string;
  /** Where the row leads; the first column carries the link. */
  readonly href?: (row: Row) => string;
  readonly hasMore?: boolean;
  readonly tooMany?: boolean;
  readonly loading?: boolean;
  readonly more?: () => void;
};

/** A dense table: j and k walk its rows, enter opens, and the whole goes to a spreadsheet. On a telephone rows are cards. */
export const DataTable = <Row,>(props: Props<Row>) => {
  const { label, columns, rows, id, href, hasMore, tooMany, loading, more } = props;
  const { t } = useApp();
  const { message } = AntApp.useApp();
  useKeys({ j: () => moveRow(1), k: () => moveRow(-1) });
  const copy = async () => {
    const copied = columns.filter(({ text }) => text);
    const cells = rows.map((row) => copied.map(({ text }) => text!(row)));
    await navigator.clipboard.writeText(writeCells([copied.map(({ title }) => title), ...cells]));
    message.success(t("table.copied", { count: rows.length }));
  };
  const classOf = ({ number, code, wide, widest }: Column<Row>) =>
    [number && "number", code && "code", wide && "wide", widest && "widest"].filter(Boolean).join(" ") ||
    undefined;
  return (
    <div className="table-frame">
      <table className="data" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={id(row)}>
              {columns.map((column, index) => (
                <td key={column.key} className={classOf(column)} data-label={column.title}>
                  {index === 0 && href ? (
                    <Link href={href(row)} data-row-link="">
                      {column.show(row)}
                    </Link>
                  ) : (
                    column.show(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="table-foot">
        <span className="quiet">{t(hasMore ? "table.first" : "table.all", { count: rows.length })}</span>
        {hasMore && (
          <Button size="small" {...(more && { onClick: more })} loading={loading ?? false}>
            {t("table.more")}
          </Button>
        )}
        {tooMany && <span className="tone-you banner-inline">{t("table.tooMany")}</span>}
        <Button size="small" type="text" onClick={copy} icon={<Icon name="copy" size={14} />}>
          {t("table.copy")}
        </Button>
      </div>
    </div>
  );
};
