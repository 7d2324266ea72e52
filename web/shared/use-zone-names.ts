import { useCallback } from "react";
import { useList } from "../api/use-ask.ts";
import { useApp } from "../app/context.tsx";

/** The names of zones in the reader's language; a zone whose name is not known yet stays its code. */
export const useZoneNames = (): ((zone: string) => string) => {
  const { language } = useApp();
  const { answer } = useList("zone.list", {}, { limit: 500 });
  return useCallback(
    (zone) => {
      const row = answer?.find((each) => each.zone === zone);
      return row ? row[language === "zh" ? "nameZh" : "nameEn"] : zone;
    },
    [answer, language],
  );
};
