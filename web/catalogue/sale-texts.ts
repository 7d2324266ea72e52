/** What the server says of what a sale owes, in Chinese; see server-texts.ts. */
import { zhBooks } from "./zh-books.ts";

type Part = (all: string, ...parts: readonly string[]) => string;

const way = (movement = ""): string =>
  (zhBooks as Readonly<Record<string, string>>)[`movement.${movement}`] ?? movement;

/** Patterns with the parts that change. */
export const SALE_PATTERNS: readonly (readonly [english: RegExp, chinese: string | Part])[] = [
  [/^Goods that move (\S+) are not imported\.$/, (_, movement) => `${way(movement)}的货物不办理进口。`],
  [
    /^Only what goes inland, or is released in the zone, owes import taxes\.$/,
    "只有内销或区内完税放行的货物应缴进口税款。",
  ],
  [/^(QD\S+) has (\d+) lines, each named once\.$/, "$1 共 $2 项，每项只能填一次。"],
  [/^Of line (\d+) at (\S+) (\S+) nothing would be left\.$/, "第 $1 项价格 $2 $3 扣除后没有余额。"],
  [/^What the sale owes cannot be told\.$/, "无法试算应缴税款。"],
  [/^Line (\d+): (.+)$/, "第 $1 项：$2"],
  [
    /^price at which the goods leave the zone, without storage in it and inland costs stated apart$/,
    "货物出区时的成交价格，扣除单独列明的区内仓储费和境内费用",
  ],
  [/^rates of the day on which the formalities for the tax are done$/, "办理纳税手续之日的税率和汇率"],
  [/^Decree 211 of the customs \(R\)$/, "海关总署令第 211 号"],
  [/^Tariff Law, art\. (\d+) \((\d+)\)$/, "《关税法》第 $1 条第 $2 款"],
];
