import type { LookAnswer } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { groupDigits } from "../../shared/format.ts";
import { GridInput } from "../../shared/grid-input.tsx";
import { ItemTaxes } from "../../shared/item-taxes.tsx";
import { Link } from "../../shared/link.tsx";
import { useMarks } from "../../shared/marks.ts";
import { plainNumber } from "../../shared/paste.ts";
import { TableHead } from "../../shared/table-head.tsx";
import type { Apart } from "./sale.ts";
import { useBookLines } from "./use-book-lines.ts";

type Sale = LookAnswer<"bonded-list.assess-sale">;
type SetCosts = (index: number, costs: Partial<Apart[number]>) => void;

/** What each line of a sale owes, with fields for the costs in its price that the invoice states apart. */
export const SaleTable = (props: { sale: Sale; apart: Apart; set: SetCosts; book: string }) => {
  const { book, sale, apart, set } = props;
  const { t } = useApp();
  const lineOf = useBookLines(book);
  return (
    <div className="table-frame">
      <table className="data" aria-label={t("sale.title")}>
        <TableHead
          columns={[
            [t("line.line")],
            [t("sale.price"), "number"],
            [t("sale.storage"), "number"],
            [t("sale.inland"), "number"],
            [t("sale.customsValue"), "number"],
            [t("sale.taxes")],
            [t("sale.lineTotal"), "number"],
          ]}
        />
        <tbody>
          {sale.lines.map((line) => (
            <Line
              key={line.line}
              line={line}
              costs={apart[line.line - 1]}
              set={set}
              part={lineOf(line.bookLine)?.part}
            />
          ))}
        </tbody>
        <tfoot>
          <tr className="strong">
            <td className="wide" colSpan={6}>
              {t("tax.total")}
            </td>
            <td className="number" data-label={t("tax.total")}>
              {groupDigits(sale.total)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

const Line = (props: {
  line: Sale["lines"][number];
  costs: Apart[number] | undefined;
  set: SetCosts;
  /** Where this person may see the book. */
  part: string | undefined;
}) => {
  const { line, costs, set, part } = props;
  const { t } = useApp();
  const { mistakesAt } = useMarks();
  const index = line.line - 1;
  const pointers = (["storage", "inland"] as const).map((name) => [name, `/apart/${index}/${name}`] as const);
  const mistakes = pointers.flatMap(([, pointer]) => mistakesAt(pointer).map(({ text }) => text));
  return (
    <tr>
      <td data-label={t("line.line")}>
        <span>
          {line.line}{" "}
          {part !== undefined && (
            <Link href={`/book-lines/${line.bookLine}`}>
              <code>{part}</code>
            </Link>
          )}{" "}
          <span className="quiet">
            {line.commodity} {line.origin}
          </span>
        </span>
      </td>
      <td className="number" data-label={t("sale.price")}>
        {groupDigits(line.price)} {line.currency}
      </td>
      {pointers.map(([name, pointer]) => (
        <td key={name} className="number" data-label={t(`sale.${name}`)}>
          <GridInput
            numeric
            pointer={pointer}
            label={`${t("declare.line", { item: line.line })}: ${t(`sale.${name}`)}`}
            value={costs?.[name] ?? ""}
            onChange={(text) => set(index, { [name]: plainNumber(text) })}
            onPaste={() => undefined}
          />
          {name === "storage" && mistakes.length > 0 && (
            <small className="mistake">{mistakes.join(" ")}</small>
          )}
        </td>
      ))}
      <td className="number" data-label={t("sale.customsValue")}>
        {groupDigits(line.customsValue)}
        {line.currency !== "CNY" && line.exchangeRate !== null && (
          <small className="quiet">
            {" "}
            {t("sale.rate", { currency: line.currency, rate: line.exchangeRate })}
          </small>
        )}
      </td>
      <td data-label={t("sale.taxes")}>
        <ItemTaxes item={line} />
      </td>
      <td className="number" data-label={t("sale.lineTotal")}>
        <b>{groupDigits(line.total)}</b>
      </td>
    </tr>
  );
};
