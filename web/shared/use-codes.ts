import { useMemo } from "react";
import type { Codes } from "../api/types.ts";
import { useLook } from "../api/use-ask.ts";
import { useApp } from "../app/context.tsx";

type Row = { readonly code: string; readonly name: { readonly en: string; readonly zh: string } };

/** The code tables, asked once, and the name of each code in the reader's language. */
export const useCodes = () => {
  const { language } = useApp();
  const { answer } = useLook("codes.list", {}, { fixed: true });
  return useMemo(() => {
    const namer = (rows: readonly Row[] | undefined) => {
      const names = new Map(rows?.map(({ code, name }) => [code, name[language]]));
      return (code: string): string => names.get(code) ?? "";
    };
    const regions = new Intl.DisplayNames(language === "zh" ? "zh-CN" : "en", { type: "region" });
    return {
      codes: answer as Codes | undefined,
      procedureName: namer(answer?.procedures),
      transportName: namer(answer?.transportModes),
      documentName: namer(answer?.documentKinds),
      countryName: (code: string): string => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
    };
  }, [answer, language]);
};
