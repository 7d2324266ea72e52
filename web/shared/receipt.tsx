import { useApp } from "../app/context.tsx";
import { groupDigits } from "./format.ts";

type Taxes = {
  readonly duty: string;
  readonly consumptionTax: string;
  readonly vat: string;
  readonly lateDeclarationFee: string;
  readonly total: string;
};

const LINES = ["duty", "consumptionTax", "vat", "lateDeclarationFee"] as const;

/** What is owed, as a receipt: one line for each tax, the sum below, CNY. */
export const Receipt = ({ taxes }: { taxes: Taxes }) => {
  const { t } = useApp();
  return (
    <table className="receipt">
      <tbody>
        {LINES.filter((line) => line !== "lateDeclarationFee" || taxes[line] !== "0.00").map((line) => (
          <tr key={line}>
            <th scope="row">{t(`tax.${line}`)}</th>
            <td>{groupDigits(taxes[line])}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("tax.total")}</th>
          <td>{groupDigits(taxes.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
};
