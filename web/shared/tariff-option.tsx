import type { TariffAnswer } from "../api/types.ts";
import { useApp } from "../app/context.tsx";
import { halfOf, rateText } from "./format.ts";

/** A tariff line in a list of suggestions: code, name, the ordinary rate. */
export const TariffOption = ({ line }: { line: TariffAnswer["lines"][number] }) => {
  const { language } = useApp();
  const ordinary = line.provisional ?? line.mfn;
  return (
    <span className="commodity-option">
      <code>{line.code}</code>
      <span>{halfOf(line.description, language)}</span>
      {ordinary !== null && <small>{rateText(ordinary)}</small>}
    </span>
  );
};
