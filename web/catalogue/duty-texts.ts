/** What the duty engine says in English, in Chinese: its reasons sentence by sentence, and the articles they cite. */
import type { Language } from "./catalogue.ts";

type Pattern = readonly [english: RegExp, chinese: string | ((...parts: string[]) => string)];

/** Longer names first: one holds the other. */
const ACTS: readonly Pattern[] = [
  [/Regulation on Import and Export Duties/g, "《进出口关税条例》"],
  [/Provisional Regulation on Consumption Tax/g, "《消费税暂行条例》"],
  [/Provisional Regulation on Value-Added Tax/g, "《增值税暂行条例》"],
  [/Anti-Dumping Regulation/g, "《反倾销条例》"],
  [/Countervailing Regulation/g, "《反补贴条例》"],
  [/Safeguards? Regulation/g, "《保障措施条例》"],
  [/Tariff Law/g, "《关税法》"],
  [/VAT Law/g, "《增值税法》"],
  [
    /, art\. (\d+(?:(?:, | and | to )\d+)*)/g,
    (_, articles = "") => `第${articles.replace(/, | and /g, "、").replace(/ to /g, "至")}条`,
  ],
  [/ \(R\)/g, "（待核实）"],
];

const COLUMNS: Readonly<Record<string, string>> = {
  MFN: "最惠国",
  provisional: "暂定",
  general: "普通",
  quota: "关税配额",
  "quota provisional": "配额暂定",
  export: "出口",
  "export provisional": "出口暂定",
};

const columnIn = (name: string): string => {
  const [, kind, code] = /^(agreement|special preferential) \(?([\w-]+)\)?$/.exec(name) ?? [];
  if (kind === "agreement") return `协定（${code}）`;
  return kind ? `特惠（${code}）` : (COLUMNS[name] ?? name);
};

const lineIn = (text: string): string =>
  text
    .replace(/^tariff line (\d+) \((.+), line (\d+)\)$/, "税目 $1（$2 第 $3 行）")
    .replace(/^the rate given with the line$/, "自填税率")
    .replace("edition 第", "版本第");

const quantitiesIn = (text: string): string => text.replace(/^ and /, "及数量 ");

const PATTERNS: readonly Pattern[] = [
  [
    /^The customs value is the CIF price of ([\d.]+) ([A-Z]{3})(?: at ([\d.]+) CNY for one [A-Z]{3})?: ([\d.]+) CNY \((.+)\)\.$/,
    (_, amount = "", currency = "", rate = "", yuan = "", law = "") =>
      `计税价格为 CIF 价格 ${amount} ${currency}${rate ? `，按 1 ${currency} = ${rate} 元折算` : ""}：${yuan} 元（${article(law)}）。`,
  ],
  [
    /^The customs value is the FOB price of ([\d.]+) ([A-Z]{3})(?: at ([\d.]+) CNY for one [A-Z]{3})? without the export duty in it: ([\d.]+) CNY \((.+)\)\.$/,
    (_, amount = "", currency = "", rate = "", yuan = "", law = "") =>
      `计税价格为 FOB 价格 ${amount} ${currency}${rate ? `（1 ${currency} = ${rate} 元）` : ""}扣除其中所含出口关税：${yuan} 元（${article(law)}）。`,
  ],
  [
    /^No export duty is owed: (tariff line .+?) has no export rate \((.+)\)\.$/,
    (_, line = "", law = "") => `不征出口关税：${lineIn(line)}没有出口税率（${article(law)}）。`,
  ],
  [
    /^Duty by the (.+?) rate "(.+?)" of (tariff line \d+ \(.+?, line \d+\)) on ([\d.]+) CNY( and .+?)?: ([\d.]+) CNY \((.+)\)\.$/,
    (_, column = "", rate = "", line = "", base = "", more = "", yuan = "", law = "") =>
      `关税按${lineIn(line)}的${columnIn(column)}税率“${rate}”，以 ${base} 元${quantitiesIn(more ?? "")}计征：${yuan} 元（${article(law)}）。`,
  ],
  [
    /^The (.+?) rate "(.+?)" of (tariff line \d+ \(.+?, line \d+\)) would give ([\d.]+) CNY on ([\d.]+) CNY, which (is not lower|is higher), so the (.+?) rate stands \((.+)\)\.$/,
    (_, column = "", rate = "", line = "", yuan = "", base = "", how = "", chosen = "", law = "") =>
      `如按${lineIn(line)}的${columnIn(column)}税率“${rate}”，以 ${base} 元计征为 ${yuan} 元，${how === "is higher" ? "较高" : "并不更低"}，因此适用${columnIn(chosen)}税率（${article(law)}）。`,
  ],
  [
    /^Consumption tax "(.+?)" by (.+?) on ([\d.]+) CNY \(customs value and duties\)( and .+?)?, as a part of the price that includes it: ([\d.]+) CNY \((.+)\)\.$/,
    (_, rate = "", by = "", base = "", more = "", yuan = "", law = "") =>
      `消费税按${lineIn(by)}的税率“${rate}”，以 ${base} 元（计税价格加关税）${quantitiesIn(more ?? "")}组成含税价格计征：${yuan} 元（${article(law)}）。`,
  ],
  [
    /^VAT "(.+?)" by (.+?) on ([\d.]+) CNY \(customs value, duties and consumption tax\): ([\d.]+) CNY \((.+)\)\.$/,
    (_, rate = "", by = "", base = "", yuan = "", law = "") =>
      `进口增值税按${lineIn(by)}的税率“${rate}”，以 ${base} 元（计税价格、关税及消费税之和）计征：${yuan} 元（${article(law)}）。`,
  ],
  [/^An export owes no additional duty, consumption tax or VAT\.$/, "出口货物不征附加关税、消费税和增值税。"],
  [/^Together ([\d.]+) CNY are owed\.$/, "合计应缴 $1 元。"],
];

const replaced = (text: string, [english, chinese]: Pattern): string =>
  typeof chinese === "string" ? text.replace(english, chinese) : text.replace(english, chinese);

const article = (text: string): string => ACTS.reduce(replaced, text);

/** Amounts are read in groups of three: 33,890,177.74. */
const grouped = (text: string): string =>
  text.replace(/\d{4,}(?=\.\d\d(?!\d))/g, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** A sentence or citation of the duty engine in the reader's language; what is not known here stays as it came. */
export const dutyText = (language: Language, text: string): string => {
  if (language === "en") return grouped(text);
  const known = PATTERNS.find(([english]) => english.test(text));
  return grouped(known ? replaced(text, known) : article(text));
};
