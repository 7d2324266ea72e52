import { useLook } from "../api/use-ask.ts";
import { useApp } from "../app/context.tsx";

/** The name of a customs office in the reader's language; empty while it is not known. */
export const useOfficeName = (office: string): string => {
  const { language } = useApp();
  const { answer } = useLook("office.show", /^\d{4}$/.test(office) ? { id: office } : null, { fixed: true });
  return answer?.name[language] ?? "";
};
