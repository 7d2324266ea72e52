/** What the server says of guarantees and guarantors, in Chinese; see server-texts.ts. */
import { zhGuarantor } from "./zh-guarantor.ts";

type Part = (all: string, ...parts: readonly string[]) => string;

const business = (code = ""): string =>
  (zhGuarantor as Readonly<Record<string, string>>)[`business.${code}`] ?? code;

/** Patterns with the parts that change. */
export const GUARANTOR_PATTERNS: readonly (readonly [english: RegExp, chinese: string | Part])[] = [
  [/^Nothing is reserved for (\S+) on a guarantee\.$/, "$1 没有占用总担保。"],
  [/^The guarantor is called upon for (\S+) already\.$/, "已就 $1 向担保人索赔。"],
  [/^Nothing of (\S+) is overdue\.$/, "$1 没有逾期事项。"],
  [/^A guarantor pays only for what is overdue\.$/, "只有逾期的款项可以向担保人索赔。"],
  [/^Nobody was called upon for (\S+)\.$/, "未就 $1 向担保人索赔。"],
  [/^Call upon the guarantor first\.$/, "请先向担保人索赔。"],
  [/^The amount is not what was called\.$/, "金额与索赔金额不符。"],
  [/^Pay it in one sum\.$/, "请一次付清。"],
  [/^Called were (\S+) CNY\.$/, "索赔金额为 $1 元。"],
  [/^(\S+) is not for (\w+)\.$/, (_, guarantee, what) => `${guarantee} 不适用于${business(what)}。`],
  [
    /^(\S+) is not for declarations, but for (.+)\.$/,
    (_, guarantee, parts = "") =>
      `${guarantee} 不适用于报关税款，只适用于：${parts.split(", ").map(business).join("、")}。`,
  ],
  [
    /^The goods would owe (\S+) CNY, those out under (SD\d+) (\S+); reserved are (\S+)\.$/,
    "该批货物应缴税款 $1 元，$2 项下在外货物 $3 元，已占用担保 $4 元。",
  ],
  [
    /^Bring goods back, declare what is out, or file a form with more reserved\.$/,
    "请先返回或集报在外货物，或另行申请占用更多担保的申报表。",
  ],
  [/^No tariff is in force on (\S+): nothing tells the tax\.$/, "$1 没有有效税则，无法计算税款。"],
  [/^What the goods would owe cannot be told: (.+)$/, "无法计算货物应缴税款：$1"],
  [/^Declare them before they leave\.$/, "请在出区前报关。"],
];
