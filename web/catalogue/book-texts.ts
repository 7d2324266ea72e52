/** What the server says of books and lists, in Chinese; see server-texts.ts. */
import { zhBooks } from "./zh-books.ts";

type Part = (all: string, ...parts: readonly string[]) => string;

const word = (group: string, code = ""): string =>
  (zhBooks as Readonly<Record<string, string>>)[`${group}.${code}`] ?? code;

const UNITS: Readonly<Record<string, string>> = {
  declared: "申报单位",
  "first legal": "法定第一单位",
  "second legal": "法定第二单位",
};

const DECLARATION_STATES: Readonly<Record<string, string>> = {
  held: "待处理",
  released: "已放行",
  closed: "已结关",
  withdrawn: "已撤单",
  import: "进口",
  export: "出口",
};

const MISSING = /^(\S+) (\S*) ?\((.+) unit\) are missing: (\S+) free, (\S+) asked$/;
const HOLDS = /(QD\S+) holds (\S+) (\S+?)(?=[,.])/g;

/** What is missing on a line: one part for each unit, and which lists hold what of it. */
const missing: Part = (_, line, status, parts = "", held = "") => {
  const each = parts
    .split("; ")
    .map((part) =>
      part.replace(
        MISSING,
        (_all, count, unit, of, free, asked) =>
          `缺 ${count} ${unit}（${UNITS[of] ?? of}）：可用 ${free}，申报 ${asked}`,
      ),
    );
  const holds = [...held.matchAll(HOLDS)].map(([, list, count, unit]) => `${list} 已预减 ${count} ${unit}`);
  return `${line}（${word("goodsStatus", status)}）${each.join("；")}。${holds.length > 0 ? `${holds.join("，")}。` : ""}`;
};

/** Patterns with the parts that change. */
export const BOOK_PATTERNS: readonly (readonly [english: RegExp, chinese: string | Part])[] = [
  [/^(T\S+-\d+), (\S+): (.+ asked)\.( .*)?$/, missing],
  [/^The book has mistakes\.$/, "账册申请有差错。"],
  [/^Correct them and send it again\.$/, "请更正后重新提交。"],
  [/^The book would end before today, (.+)\.$/, "有效期早于今天（$1）。"],
  [/^(.+) is not open yet on (.+)\.$/, "$1 在 $2 尚未启用。"],
  [
    /^(T\d{4}W\w{6}) is (declared|effective|rejected|closed)\.$/,
    (_, book, state) => `账册 ${book} 状态为${word("bookState", state)}。`,
  ],
  [/^(T\S+) is valid until (.+) only\.$/, "账册 $1 有效期至 $2。"],
  [/^Only a declared book is decided on\.$/, "只有待审核的账册可以审批。"],
  [/^Have the book taken into force, or its validity extended\.$/, "请先使账册生效或延长有效期。"],
  [/^The list has a mistake\.$/, "核注清单有 1 处差错。"],
  [/^The list has (\d+) mistakes\.$/, "核注清单有 $1 处差错。"],
  [
    /^Correct what is named and declare again under the same reference; nothing was written\.$/,
    "请更正后用同一编号重新申报；本次未写入任何内容。",
  ],
  [
    /^Goods do not move (\S+) as (\S+)\.$/,
    (_, movement, status) => `${word("goodsStatus", status)}货物不能${word("declare.movement", movement)}。`,
  ],
  [
    /^(\S+) goods move (\S+) only with a declaration\.$/,
    (_, status, movement) =>
      `${word("goodsStatus", status)}货物${word("declare.movement", movement)}必须报关。`,
  ],
  [/^Give the line of the book or new goods, not both\.$/, "账册项号与新增货物只能填一项。"],
  [/^Give the line of the book, or the goods of a new one\.$/, "请填账册项号或新增货物。"],
  [/^(\S+) keeps no books since (\S+) \((.+)\)\.$/, "$1 自 $2 起不设账册（$3）。"],
  [/^(\S+) allows no (\S+) since (\S+) \((.+)\)\.$/, "$1 自 $3 起不得办理该业务（$4）。"],
  [/^Give the line of the book\.$/, "请填账册项号。"],
  [/^(T\S+) keeps every arrival as a line of its own\.$/, "账册 $1 每次入区单列一项。"],
  [/^Give the goods instead\.$/, "请改填新增货物。"],
  [/^A quantity is more than 0\.$/, "数量应当大于 0。"],
  [/^Give the quantity in (.+), the second legal unit\.$/, "请填法定第二单位（$1）的数量。"],
  [/^The goods have no second legal unit\.$/, "该货物没有法定第二单位。"],
  [/^The net mass is more than the gross mass of (.+) kg\.$/, "净重大于毛重 $1 千克。"],
  [
    /^(?:(T\S+): )?nothing would be left in the (.+) unit, and something in another\.$/,
    (_, line = "", unit = "") => `${line} 的${UNITS[unit] ?? unit}数量将为零，其他单位仍有余量。`.trim(),
  ],
  [/^Ask for less\.$/, "请减少数量。"],
  [/^Post or delete the paper that holds it, or ask for less\.$/, "请先核扣或删除占用的单证，或减少数量。"],
  [/^The quantity in (\S+) is not the net mass of (.+) kg\.$/, "以 $1 计的数量与净重 $2 千克不符。"],
  [/^There is no exchange rate of (\S+) on (\S+)\.$/, "$2 没有 $1 的汇率。"],
  [
    /^(QD\S+) is (approved|posted|deleted|reversed)\.$/,
    (_, list, state) => `核注清单 ${list} 状态为${word("listState", state)}。`,
  ],
  [/^Only an approved list is posted\.$/, "只有预核扣的清单可以核扣。"],
  [/^Only a posted list is reversed\.$/, "只有已核扣的清单可以红冲。"],
  [/^A posted list is mended by another list\.$/, "已核扣的清单须用另一份清单更正。"],
  [/^(QD\S+) cannot be posted\.$/, "核注清单 $1 不能核扣。"],
  [/^See what is named\.$/, "请查看所列差错。"],
  [/^(QD\S+) moves without a declaration\.$/, "核注清单 $1 无需报关。"],
  [
    /^(\d{18}) is (\w+), not released\.$/,
    (_, declaration, state = "") => `报关单 ${declaration} ${DECLARATION_STATES[state] ?? state}，尚未放行。`,
  ],
  [
    /^(\d{18}) covers (QD\S+) already, and no other list\.$/,
    "报关单 $1 已对应核注清单 $2，不能再对应其他清单。",
  ],
  [/^(\d{18}) is of (\S+), the book of (\S+)\.$/, "报关单 $1 属于 $2，账册属于 $3。"],
  [
    /^(\d{18}) is an (\w+); (\S+) takes an (\w+)\.$/,
    (_, declaration, is = "", movement = "", takes = "") =>
      `报关单 ${declaration} 为${DECLARATION_STATES[is]}，${word("movement", movement)}须用${DECLARATION_STATES[takes]}报关单。`,
  ],
  [
    /^Of (\d{8}) the list has (.+), and (\d{18}) (.+)\.$/,
    (_, hs8, listed = "", declaration, declared = "") =>
      `${hs8}：清单为 ${listed.replace("nothing", "无")}，报关单 ${declaration} 为 ${declared.replace("nothing", "无")}。`,
  ],
  [/^The goods of (QD\S+) are not all there any more\.$/, "核注清单 $1 的货物已不全在账。"],
  [/^Reverse what took them first\.$/, "请先红冲后续清单。"],
  [/^Nothing would change\.$/, "没有变动。"],
  [/^Say how much the count differs\.$/, "请填写差额。"],
  [/^All quantities are 0\.$/, "各数量均为 0。"],
  [/^(T\S+) has no second legal unit\.$/, "$1 没有法定第二单位。"],
  [/^Leave its quantity out\.$/, "请不要填写该数量。"],
  [/^The goods are counted in no second legal unit\.$/, "该货物不按法定第二单位计量。"],
  [/^(T\S+) has less than that\.$/, "$1 的库存不足。"],
  [
    /^What lists hold cannot be written off: delete them first\.$/,
    "被清单预减的数量不能核减，请先删除清单。",
  ],
  [/^(T\S+) cannot be left so\.$/, "$1 各单位数量不一致。"],
  [/^Adjust all units together\.$/, "请同时调整各单位的数量。"],
  [/^There is no account-book (.+)\.$/, "没有账册 $1。"],
];
