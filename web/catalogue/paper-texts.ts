/** What the server says of gate passes, business forms, slips, transfers and pauses, in Chinese; see server-texts.ts. */
import { zhBooks } from "./zh-books.ts";
import { zhPapers } from "./zh-papers.ts";

type Part = (all: string, ...parts: readonly string[]) => string;

const TEXTS = { ...zhBooks, ...zhPapers } as Readonly<Record<string, string>>;
const word = (group: string, code = ""): string => TEXTS[`${group}.${code}`] ?? code;

const UNITS: Readonly<Record<string, string>> = {
  declared: "申报单位",
  lawful: "法定第一单位",
  second: "法定第二单位",
};
const unit = (code = ""): string => UNITS[code] ?? code;

const stateOf =
  (what: string, group: string): Part =>
  (_, paper, state) =>
    `${what} ${paper} 状态为${word(group, state)}。`;

const LEFT: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^goods are left on its lines$/, "账册仍有货物"],
  [
    /^(\d+) of its lists, slips, forms or passes are under way$/,
    "有 $1 份清单、出入库单、申报表或核放单未结",
  ],
  [/^a change of it waits$/, "账册变更待审批"],
  [/^the goods of (Z\S+) are not declared$/, "$1 的货物尚未报关"],
];

const left = (part: string): string => {
  const found = LEFT.find(([english]) => english.test(part));
  return found ? part.replace(...found) : part;
};

/** Patterns with the parts that change. */
export const PAPER_PATTERNS: readonly (readonly [english: RegExp, chinese: string | Part])[] = [
  [/^(Z\d{4}\S+) is (approved|passed|voided)\.$/, stateOf("核放单", "passState")],
  [/^A pass is good for one passage\.$/, "核放单一次有效。"],
  [/^A passage that was recorded stays\.$/, "已登记的过卡不能作废。"],
  [/^The pass has a mistake\.$/, "核放单有 1 处差错。"],
  [/^The pass has (\d+) mistakes\.$/, "核放单有 $1 处差错。"],
  [
    /^Correct what is named and ask again under the same reference; nothing was written\.$/,
    "请更正后用同一编号重新申请；本次未写入任何内容。",
  ],
  [/^See what is named; nothing was written\.$/, "请查看所列原因；本次未写入任何内容。"],
  [/^Name the lists or slips of the goods\.$/, "请填货物的核注清单或出入库单。"],
  [/^Only goods that come in enter first\.$/, "先进区后报关只用于进区货物。"],
  [/^Without a paper the pass itself says it\.$/, "没有单证时请在核放单填写。"],
  [/^The goods of (\S+) need no pass\.$/, "$1 的货物无需核放单。"],
  [/^The goods of (\S+) go (in|out)\.$/, (_, paper, way) => `${paper} 的货物为${word("direction", way)}。`],
  [/^All goods of (\S+) are on passes already\.$/, "$1 的货物已全部开具核放单。"],
  [/^The goods of (\S+) are on (Z\S+)\.$/, "$1 的货物已在核放单 $2。"],
  [
    /^Of line (\d+) of (QD\S+) (\S+) are on no pass yet, (\S+) are asked\.$/,
    (_, line, list, left, asked) =>
      `${list} 第 ${Number(line) + 1} 项剩余 ${left} 未开核放单，申请 ${asked}。`,
  ],
  [
    /^The goods of (Z\S+) were to be declared by (\S+): no others enter first before\.$/,
    "$1 的货物应在 $2 前报关，逾期未报不能再先进区。",
  ],
  [/^(QD\S+) waits for its goods at the gate\.$/, "$1 等待货物过卡。"],
  [/^(QD\S+) waits for the list of (T\S+)\.$/, "$1 等待账册 $2 的核注清单。"],
  [
    /^(QD\S+) waits for the list of (T\S+): nothing moves before\.$/,
    "$1 等待账册 $2 的核注清单，此前货物不能移动。",
  ],
  [
    /^(QD\S+), the other side of (QD\S+), waits for its goods at the gate\.$/,
    "$2 的对方清单 $1 等待货物过卡。",
  ],
  [/^Have the passages recorded, then post it\.$/, "请先登记过卡再核扣。"],
  [/^Goods of (QD\S+) are on gate passes\.$/, "$1 的货物已开具核放单。"],
  [/^Void the pass(es)? first\.$/, "请先作废核放单。"],
  [/^(QD\S+) gives its goods to (QD\S+)\.$/, "$1 的货物转给 $2。"],
  [/^The sender deletes that list first\.$/, "请转出方先删除其清单。"],
  [/^(QD\S+) declared slips\.$/, "$1 为集报清单。"],
  [/^Correct its lines after a count instead\.$/, "请改用盘点核增核减。"],
  [/^(SD\d+) is (filed|effective|rejected|closed)\.$/, stateOf("业务申报表", "formState")],
  [/^(SD\d+) is valid until (\S+) only\.$/, "业务申报表 $1 有效期至 $2。"],
  [
    /^(SS\S+) was to be declared by (\S+): nothing more goes under (SD\d+) before\.$/,
    "$1 应在 $2 前集报；集报前 $3 项下不能再出货。",
  ],
  [/^The form has mistakes\.$/, "业务申报表有差错。"],
  [/^The form would end before today, (\S+)\.$/, "有效期早于今天（$1）。"],
  [/^The book itself is valid until (\S+) only\.$/, "账册有效期至 $1。"],
  [/^(\S+) is not of (\S+)\.$/, "$1 不属于 $2。"],
  [/^Only a filed form is decided on\.$/, "只有待审批的申报表可以审批。"],
  [/^The guarantee does not reach\.$/, "总担保额度不足。"],
  [/^Reserve less, or have it raised\.$/, "请减少占用或提高额度。"],
  [/^(\S+) has less than (\S+) CNY free\.$/, "$1 可用额度不足 $2 元。"],
  [/^(SD\d+) names no guarantee\.$/, "$1 未填总担保。"],
  [/^Only a form in force is closed\.$/, "只有生效的申报表可以结案。"],
  [/^Bring the goods back, or declare them, then close it\.$/, "请先返回或集报货物再结案。"],
  [
    /^(T\S+-\d+): (\S+) \((\w+) unit\) are neither back nor declared(.*)\.$/,
    (_, line, count, of) => `${line} 尚有 ${count}（${unit(of)}）未返回也未集报。`,
  ],
  [/^(SS\S+) is (approved|passed|declared|deleted)\.$/, stateOf("出入库单", "slipState")],
  [/^The slip has a mistake\.$/, "出入库单有 1 处差错。"],
  [/^The slip has (\d+) mistakes\.$/, "出入库单有 $1 处差错。"],
  [/^Goods that went come back with a return slip\.$/, "已出货物请用返回单退回。"],
  [/^(SS\S+) is a return itself\.$/, "$1 本身为返回单。"],
  [
    /^(T\S+): (\S+) \((\w+) unit\) come back, (\S+) are out with (SS\S+)\.$/,
    (_, line, back, of, out, slip) => `${line} 返回 ${back}（${unit(of)}），${slip} 在外仅 ${out}。`,
  ],
  [/^(SS\S+) is declared together with (.+)\.$/, "$1 须与 $2 一并集报。"],
  [
    /^(T\S+): the slips come to (\S+) \((\w+) unit\), the list to (\S+)\.$/,
    (_, line, slips, of, list) => `${line} 出入库单合计 ${slips}（${unit(of)}），清单为 ${list}。`,
  ],
  [/^The quantity in (\S+) is not the net mass of (\S+) kg\.$/, "$1 数量与净重 $2 千克不一致。"],
  [/^Goods move (\S+) without a declaration\.$/, (_, movement) => `${word("movement", movement)}无需报关。`],
  [/^Goods come from another book than this one\.$/, "转出账册不能是本账册。"],
  [/^Give the book that the goods come from\.$/, "请填转出账册。"],
  [/^Give the list that announces the goods\.$/, "请填转入方的核注清单。"],
  [/^(QD\S+) announces no goods from (T\S+)\.$/, "$1 未申报从 $2 转入货物。"],
  [/^(QD\S+) has its list already: (QD\S+)\.$/, "$1 已有对应清单 $2。"],
  [/^(QD\S+) takes (\S+) goods\.$/, (_, list, status) => `${list} 接收${word("goodsStatus", status)}货物。`],
  [/^(QD\S+) has (\d+) lines, this list (\d+)\.$/, "$1 有 $2 项，本清单有 $3 项。"],
  [/^Give the same lines in the same order\.$/, "请按相同顺序填写相同项。"],
  [/^(QD\S+) takes goods of (\d{8}), these are of (\d{8})\.$/, "$1 接收 $2，本项为 $3。"],
  [/^(QD\S+) takes (\S+), this list gives (\S+)\.$/, "$1 接收 $2，本清单为 $3。"],
  [/^(Z\S+) is (approved|voided): the goods have not entered\.$/, "$1 的货物尚未进区。"],
  [/^The goods of (Z\S+) are declared already\.$/, "$1 的货物已报关。"],
  [
    /^(Z\S+) is not one with which goods of (T\S+) entered before their list\.$/,
    "$1 不是账册 $2 的先进区核放单。",
  ],
  [
    /^(T\S+) is paused by customs \((\w+)\)\.$/,
    (_, line, pause) => `${line} 已由海关${word("pause", pause)}。`,
  ],
  [/^Only a book in force is (changed|closed|paused)\.$/, "只有生效的账册可以变更、结案或暂停。"],
  [/^(T\S+) has a change that waits already\.$/, "$1 已有待审批的变更。"],
  [/^Wait for the officer's decision\.$/, "请等待海关审批。"],
  [/^The change has mistakes\.$/, "变更申请有差错。"],
  [/^Line (\d+) is named twice\.$/, "第 $1 项重复。"],
  [/^Nothing of the line would change\.$/, "该项没有变动。"],
  [
    /^(T\S+) cannot be closed: (.+)\.$/,
    (_, book, parts = "") => `账册 ${book} 不能结案：${parts.split("; ").map(left).join("；")}。`,
  ],
  [/^End what is named first\.$/, "请先办结所列事项。"],
  [/^The pause of (T\S+) is (\w+) already\.$/, (_, what, pause) => `${what} 已是“${word("pause", pause)}”。`],
  [/^Let nothing through until the pause ends\.$/, "解除暂停前请勿放行。"],
  [/^There is no book-line (.+)\.$/, "没有账册表体 $1。"],
  [/^(T\S+) has no change that waits\.$/, "$1 没有待审批的变更。"],
  [/^There is no (bonded-list|gate-pass|stock-slip|business-form) (.+)\.$/, "没有单证 $2。"],
];
