import { useApp } from "../../app/context.tsx";
import { useCodes } from "../../shared/use-codes.ts";

/** Names of columns, agreements and countries in the reader's language. */
export const useDutyWords = () => {
  const { word, language } = useApp();
  const { countryName } = useCodes();
  const list = new Intl.ListFormat(language === "zh" ? "zh-CN" : "en", {
    style: "short",
    type: "conjunction",
  });
  return {
    countryName,
    /** "agreement CL" is told with the name of the agreement. */
    columnName: (name: string): string => {
      const [kind, code] = name.split(":");
      if (kind === "agreement" && code) return word("agreement", code);
      if (kind === "special") return word("agreement", "LD");
      return word("column", name);
    },
    countries: (codes: readonly string[]): string => list.format(codes.map(countryName)),
  };
};

/** "2204210000" as "2204.21.0000", the way a schedule prints it. */
export const codeText = (code: string): string =>
  code.replace(/^(\d{4})(\d{2})(\d*)$/, "$1.$2.$3").replace(/\.$/, "");
