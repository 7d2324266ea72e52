/** An assessment in Chinese sentences: the same, in the same order, as the engine's English ones. */
import { formatDecimal, formatFixed } from "@openftz/kernel/fraction.ts";
import { printRate } from "@openftz/kernel/rate-text.ts";
import type { BandStep } from "@openftz/kernel/settle-rate.ts";
import type { AppliedRemedy, UnprovedOrigin } from "../duty/additional-duties.ts";
import type { Assessment } from "../duty/assess.ts";
import { settleColumn, TAX_DIGITS } from "../duty/bench.ts";
import type { Basis, Candidate } from "../duty/duty-basis.ts";
import { citationOf, type LegalStep } from "../duty/duty-law.ts";
import { about } from "../duty/lookup-faults.ts";
import { rateInWords } from "../duty/rate-words.ts";
import type { Column } from "../duty/tariff-line.ts";
import { chineseCitation } from "./chinese-citation.ts";

const yuan = (fen: bigint): string => `${formatFixed(fen, TAX_DIGITS)} 元`;

const COLUMNS: Readonly<Record<string, string>> = {
  mfn: "最惠国税率",
  provisional: "暂定税率",
  general: "普通税率",
  quota: "关税配额税率",
  "quota-provisional": "关税配额暂定税率",
  export: "出口税率",
  "export-provisional": "出口暂定税率",
};

const columnName = (basis: Basis): string => {
  const [kind, code] = basis.split(":");
  if (kind === "agreement") return `协定税率（${code}）`;
  return kind === "special" ? `特惠税率（${code}）` : (COLUMNS[basis] ?? basis);
};

const REMEDIES = {
  "anti-dumping": "反倾销税",
  countervailing: "反补贴税",
  safeguard: "保障措施关税",
  additional: "加征关税",
} as const;

/** The sentences in the order in which things are owed. */
export const explainInChinese = (it: Assessment): readonly string[] => {
  const { compared } = it.settled.choice;
  const { unproved } = it.settled;
  const settledByProof = ({ basis }: Candidate): boolean =>
    unproved !== undefined && (basis === "general" || basis === unproved.base.basis);
  return [
    valueSentence(it),
    dutySentence(it),
    ...compared.filter((other) => !settledByProof(other)).map((other) => comparisonSentence(it, other)),
    ...(unproved ? [unprovedSentence(it, unproved)] : []),
    ...it.additional.map((remedy) => remedySentence(it, remedy)),
    ...(it.case.request.direction === "import"
      ? [consumptionTaxSentence(it), vatSentence(it)]
      : [exportSentence(it)]),
  ];
};

const article = ({ case: { request } }: Assessment, step: LegalStep): string =>
  chineseCitation(citationOf(step, request.date));

/** "edition" is what the engine calls the file of an installation's edition. */
const lineName = ({ case: { line } }: Assessment): string =>
  `税目 ${line.code}（${line.place.file === "edition" ? "税则版本" : line.place.file}第 ${line.place.line} 行）`;

const valueSentence = (it: Assessment): string => {
  const { direction, amount, currency, exchangeRates } = it.case.request;
  const rate = exchangeRates.get(currency);
  const price = `价格 ${formatDecimal(amount)} ${currency}${rate ? `，按 1 ${currency} = ${formatDecimal(rate)} 元折算` : ""}`;
  return direction === "import"
    ? `${lineName(it)}货物的计税价格为 CIF ${price}：${yuan(it.customsValue)}（${article(it, "import-value")}）。`
    : `${lineName(it)}货物的计税价格为 FOB ${price}，扣除其中所含出口关税：${yuan(it.customsValue)}（${article(it, "export-value")}）。`;
};

const dutySentence = (it: Assessment): string => {
  const { basis, column, amount } = it.settled.choice.chosen;
  const law = article(it, stepOf(it, basis));
  if (basis === "none")
    return `不征出口关税：${lineName(it)}没有出口税率，以 ${yuan(it.customsValue)}按“0”计（${law}）。`;
  return `关税按${columnName(basis)}${rateOn(it, column)}计征：${yuan(amount)}（${law}）。`;
};

const stepOf = ({ case: { request } }: Assessment, basis: Basis): LegalStep => {
  if (request.direction === "export") return "export-duty";
  if (basis.startsWith("quota")) return "quota";
  if (request.claim !== undefined || basis.includes(":")) return "claim";
  return basis === "provisional" ? "provisional" : "columns";
};

/** The rate with its source, its base, and why this branch of it applies. */
const rateOn = (it: Assessment, column: Column): string => {
  const reason = priceReason(it, column);
  const why = reason === "" ? "" : `，${reason}（${article(it, "by-price")}）`;
  return `“${column.text}”（${lineName(it)}），以 ${yuan(it.customsValue)}${quantities(it, column)}${why}`;
};

const quantities = ({ case: { request } }: Assessment, { text }: Column): string => {
  if (request.quantities.size === 0 || !text.includes("/")) return "";
  return `及 ${[...request.quantities].map(([unit, quantity]) => `${formatDecimal(quantity)} ${unit}`).join("、")}`;
};

const priceReason = ({ case: { bench } }: Assessment, column: Column): string => {
  if (column.rate.kind === "sum") return "";
  const settled = settleColumn(column, bench);
  if (settled.kind !== "settled") return "";
  const { band, holds } = settled.steps.at(-1)!;
  const branch = printRate(holds ? band.then : band.otherwise);
  return `因${settled.steps.map(condition).join("且")}，适用“${branch}”，即${rateInWords(settled.sum, "zh")}`;
};

const condition = ({ band, price, holds }: BandStep): string => {
  const { number, currency, unit } = band.threshold;
  const [within, beyond] = band.comparison === "<=" ? ["不高于", "高于"] : ["不低于", "低于"];
  const shown = about(price).replace("about ", "约 ");
  return `单价（${shown} ${currency}/${unit}）${holds ? within : beyond} ${number.text} ${currency}/${unit}`;
};

const comparisonSentence = (it: Assessment, { basis, column, amount }: Candidate): string => {
  const { chosen } = it.settled.choice;
  const relation = chosen.amount === amount ? "并不更低" : "较高";
  return (
    `如按${columnName(basis)}${rateOn(it, column)}计征，为 ${yuan(amount)}，${relation}，` +
    `因此适用${columnName(chosen.basis)}（${article(it, "claim")}）。`
  );
};

const whose = (exporter: string | undefined): string =>
  exporter === undefined ? "其他公司税率" : `${exporter} 的税率`;

const unprovedSentence = (it: Assessment, { base, highest, general }: UnprovedOrigin): string => {
  const most =
    `未能证明原产地，按${lineName(it)}各项贸易救济措施中最高的税率计算：${highest.remedy.code} ${whose(highest.exporter)}` +
    `“${highest.column.text}”，以 ${yuan(it.customsValue)}计征为 ${yuan(highest.amount)}；加上按${columnName(base.basis)}计征的 ` +
    `${yuan(base.amount)}，共 ${yuan(base.amount + highest.amount)}`;
  const law = article(it, "origin-proof");
  if (!general) return `${most}；该税目没有普通税率可供比较（${law}）。`;
  const against = `按普通税率“${general.column.text}”计征的 ${yuan(general.amount)}`;
  return it.additional.length > 0
    ? `${most}，不低于${against}，因此征收上述关税和该项措施税款（${law}）。`
    : `${most}，低于${against}，因此改按普通税率征收（${law}）。`;
};

const remedySentence = (it: Assessment, { remedy, column, exporter, amount }: AppliedRemedy): string =>
  `${REMEDIES[remedy.kind]} ${remedy.code} 按${whose(exporter)}${rateOn(it, column)}计征：${yuan(amount)}（${article(it, "remedy")}）。`;

const duties = ({ additional, duty }: Assessment): bigint =>
  additional.reduce((sum, { amount }) => sum + amount, duty.amount);

const consumptionTaxSentence = (it: Assessment): string =>
  `消费税${taxRate(it, "consumptionTax")}，以 ${yuan(it.customsValue + duties(it))}（计税价格加关税）组成含税价格计征：` +
  `${yuan(it.consumptionTax.amount)}（${article(it, "consumption-tax")}）。`;

const vatSentence = (it: Assessment): string =>
  `进口增值税${taxRate(it, "vat")}，以 ${yuan(it.customsValue + duties(it) + it.consumptionTax.amount)}` +
  `（计税价格、关税及消费税之和）计征：${yuan(it.vat.amount)}（${article(it, "vat")}）。`;

const taxRate = (it: Assessment, tax: "vat" | "consumptionTax"): string => {
  const { request, line } = it.case;
  const column = request[tax] ?? line[tax];
  if (!column) return `税率“0”，${lineName(it)}未列该税`;
  const source = request[tax] ? "自填税率" : `${lineName(it)}税率`;
  const price = priceReason(it, column);
  return `按${source}“${column.text}”${quantities(it, column)}${price === "" ? "" : `，${price}`}`;
};

const exportSentence = (it: Assessment): string =>
  `${lineName(it)}货物出口，不征附加关税、消费税和增值税：以 ${yuan(it.customsValue)}按“0”计（${article(it, "export-free")}）。`;
