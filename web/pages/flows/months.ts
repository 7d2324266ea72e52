/** Months as "2026-03", which sort as text. */

const MONTHS = 12;

/** The month so many months later; earlier for a negative count. */
export const monthAfter = (month: string, count: number): string => {
  const at = Number(month.slice(0, 4)) * MONTHS + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(at / MONTHS)).padStart(4, "0")}-${String((at % MONTHS) + 1).padStart(2, "0")}`;
};

/** True for the text of a month that exists. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The months asked for in an address; what is not said is the year up to the day's own month. */
export const rangeOf = (
  { from, until }: { readonly from: string | null; readonly until: string | null },
  today: string,
): { readonly from: string; readonly until: string } => {
  const last = until !== null && isMonth(until) ? until : today.slice(0, 7);
  const first = from !== null && isMonth(from) ? from : monthAfter(last, 1 - MONTHS);
  return first <= last ? { from: first, until: last } : { from: last, until: first };
};

/** "2026-03" as "Mar 2026" or "2026年3月". */
export const monthText = (month: string, language: "en" | "zh"): string =>
  new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    ...{ timeZone: "UTC", year: "numeric", month: language === "zh" ? "long" : "short" },
  }).format(Date.parse(`${month}-01T00:00:00Z`));
