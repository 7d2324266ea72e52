/** Amounts, rates, days and instants as people read them. Money is never a float: fen are whole numbers, yuan are text. */

/** "86266.66" as "86,266.66"; only the digits before the point are grouped. */
export const groupDigits = (text: string): string => {
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  return whole === "" ? text : sign + whole.replace(/\B(?=(\d{3})+$)/g, ",") + rest;
};

/** A sentence with its amounts grouped: "on 228000.00 CNY" as "on 228,000.00 CNY". Codes have no point and stay. */
export const groupAmounts = (text: string): string =>
  text.replace(/\d{4,}\.\d\d(?!\d)/g, (amount) => groupDigits(amount));

/** Fen as yuan with two decimals, grouped. */
export const yuanOfFen = (fen: bigint | number | string): string => {
  const amount = BigInt(fen);
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${groupDigits(`${digits.slice(0, -2)}.${digits.slice(-2)}`)}`;
};

/** Yuan with at most two decimals ("86266.66") as fen. */
export const fenOfYuan = (yuan: string): bigint => {
  const [whole = "0", cents = ""] = yuan.split(".");
  return BigInt(whole + cents.padEnd(2, "0").slice(0, 2));
};

/** A rate as written in the tariff: "14" is 14 %, everything else says its units itself. */
export const rateText = (expression: string): string =>
  /^\d+(\.\d+)?$/.test(expression) ? `${expression}%` : expression;

const DAY_MS = 86_400_000;

/** Whole days from one legal day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** The legal day of an instant: the district's calendar, not the reader's. */
export const legalDayOf = (at: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" }).format(new Date(at));

/** The time of day of an instant in the district. */
export const clockOf = (at: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", timeStyle: "medium" }).format(new Date(at));

/** "2026-12-09" as "9 Dec 2026" or "2026年12月9日"; what is no day stays as it is. */
export const dayText = (day: string, language: "en" | "zh"): string => {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  const style = language === "zh" ? "long" : "medium";
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    timeZone: "UTC",
    dateStyle: style,
  }).format(at);
};

/** The half of "Red wine | 干红葡萄酒" in the reader's language; a text with one half stays whole. */
export const halfOf = (text: string, language: "en" | "zh"): string => {
  const halves = text.split(/\s*\|\s*/).filter((half) => half !== "");
  if (halves.length !== 2) return text;
  const isHan = (half: string) => /\p{Script=Han}/u.test(half);
  return halves.find((half) => isHan(half) === (language === "zh")) ?? text;
};

/** A company's name that is written in both scripts, in the reader's; a name in one script stays whole. */
export const nameIn = (name: string, language: "en" | "zh"): string => {
  const [, latin, han] = /^([^\p{Script=Han}]+?)\s+(\p{Script=Han}.*)$/u.exec(name) ?? [];
  if (latin !== undefined && han !== undefined) return language === "zh" ? han : latin;
  const [, first, second] = /^(\p{Script=Han}[^A-Za-z]*?)\s+([A-Za-z][^\p{Script=Han}]*)$/u.exec(name) ?? [];
  if (first !== undefined && second !== undefined) return language === "zh" ? first : second;
  return name;
};
