import { useList } from "../../api/use-ask.ts";

const MOST = 500;

/** The slips of a form, without those that were taken back. */
export const useSlips = (form: string, wanted: boolean) => {
  const asked = useList("stock-slip.list", wanted ? { form } : null, { everyMs: 20_000, limit: MOST });
  return { asked, rows: (asked.answer ?? []).filter(({ state }) => state !== "deleted") };
};
