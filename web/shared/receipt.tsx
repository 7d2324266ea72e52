import { useApp } from "../app/context.tsx";
import { groupDigits } from "./format.ts";

type Taxes = {
  readonly duty: string;
  readonly additionalDuty?: string;
  readonly consumptionTax: string;
  readonly vat: string;
  readonly lateDeclarationFee: string;
  readonly total: string;
};

const LINES = ["duty", "additionalDuty", "consumptionTax", "vat", "lateDeclarationFee"] as const;
/** Lines that most declarations do not have. */
const RARE: readonly string[] = ["additionalDuty", "lateDeclarationFee"];

/** What is owed, as a receipt: one line for each tax, the sum below, CNY. */
export const Receipt = ({ taxes }: { taxes: Taxes }) => {
  const { t } = useApp();
  return (
    <table className="receipt">
      <tbody>
        {LINES.map((line) => [line, taxes[line] ?? "0.00"] as const)
          .filter(([line, amount]) => !RARE.includes(line) || amount !== "0.00")
          .map(([line, amount]) => (
            <tr key={line}>
              <th scope="row">{t(`tax.${line}`)}</th>
              <td>{groupDigits(amount)}</td>
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
