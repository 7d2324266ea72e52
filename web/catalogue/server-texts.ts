/**
 * What the server says in English, in Chinese: its refusals and faults, as patterns with the parts that change.
 * A text that is not here is shown as it came.
 */

import { BOOK_PATTERNS } from "./book-texts.ts";
import { COVER_PATTERNS } from "./cover-texts.ts";
import { GUARANTOR_PATTERNS } from "./guarantor-texts.ts";
import { KIND_PATTERNS } from "./kind-texts.ts";
import { PAPER_PATTERNS } from "./paper-texts.ts";
import { SALE_PATTERNS } from "./sale-texts.ts";

type Pattern = (typeof BOOK_PATTERNS)[number];

const PATTERNS: readonly Pattern[] = [
  ...BOOK_PATTERNS,
  ...PAPER_PATTERNS,
  ...COVER_PATTERNS,
  ...GUARANTOR_PATTERNS,
  ...KIND_PATTERNS,
  ...SALE_PATTERNS,
  [/^The declaration has a mistake\.$/, "报关单有 1 处差错。"],
  [/^The declaration has (\d+) mistakes\.$/, "报关单有 $1 处差错。"],
  [
    /^Correct what is named and file again under the same reference; nothing was written\.$/,
    "请更正后用同一编号重新申报；本次未写入任何内容。",
  ],
  [/^There is no supervision mode (.+)\.$/, "没有监管方式 $1。"],
  [/^(\d{4}) \(.+\) is not used at import\.$/, "监管方式 $1 不用于进口。"],
  [/^(\d{4}) \(.+\) is not used at export\.$/, "监管方式 $1 不用于出口。"],
  [/^There is no transport mode (.+)\.$/, "没有运输方式 $1。"],
  [/^There is no kind of document (.+)\.$/, "没有单证类型 $1。"],
  [/^There is no such kind of document\.$/, "没有该单证类型。"],
  [/^Choose one of the kinds asked for\.$/, "请选择所需的单证类型。"],
  [/^(.+) is not a day of the calendar\.$/, "$1 不是有效日期。"],
  [/^(.+) has not come yet; today is (.+)\.$/, "$1 尚未到来，今天是 $2。"],
  [/^Leave it out and file in advance\.$/, "可留空，办理提前申报。"],
  [/^(.+) has no mandate of (.+) on (.+)\.$/, "$3，$1 没有 $2 的报关委托。"],
  [/^Ask the trader to give one\.$/, "请收发货人出具委托。"],
  [/^(.+) was not open yet on (.+)\.$/, "$1 在 $2 尚未启用。"],
  [/^(.+) is neither the trader's nor the declarant's\.$/, "$1 既不属于收发货人，也不属于申报单位。"],
  [/^A customs value is more than 0\.$/, "完税价格应当大于 0。"],
  [/^A net mass is more than 0\.$/, "净重应当大于 0。"],
  [/^(.+) is no currency of ISO 4217\.$/, "$1 不是 ISO 4217 货币代码。"],
  [/^No exchange rate of (.+) is set for (.+)\.$/, "$2 没有 $1 的计征汇率。"],
  [/^Ask the tariff keeper, or declare in CNY\.$/, "请联系税则管理员，或以人民币申报。"],
  [/^(.+) is no country of ISO 3166\.$/, "$1 不是 ISO 3166 国家代码。"],
  [/^The net masses of the goods add up to more than the gross mass\.$/, "各项净重之和大于毛重。"],
  [/^No tariff is in force on (.+)\.$/, "$1 没有有效税则。"],
  [/^Ask the tariff keeper to adopt one\.$/, "请税则管理员启用税则。"],
  [/^There is no party (.+)\.$/, "没有企业 $1。"],
  [/^There is no office (.+)\.$/, "没有海关 $1。"],
  [/^There is no zone (.+)\.$/, "没有特殊监管区域 $1。"],
  [/^There is no guarantee (.+)\.$/, "没有总担保 $1。"],
  [/^There is no declaration (.+)\.$/, "没有报关单 $1。"],
  [/^The tariff has no line for this commodity.*$/, "税则没有该商品编号。"],
  [/^This field is needed\.$/, "必填。"],
  [/^Nobody knows this field\.$/, "没有此栏目。"],
  [/^It was used before, for something else\.$/, "该编号此前已用于其他内容。"],
  [/^(\d{18}) is held\.$/, "$1 待处理。"],
  [/^(\d{18}) is released\.$/, "$1 已放行。"],
  [/^(\d{18}) is closed\.$/, "$1 已结关。"],
  [/^(\d{18}) is withdrawn\.$/, "$1 已撤单。"],
  [/^Nothing is left to release\.$/, "无需再放行。"],
  [/^Settle what holds it first\.$/, "请先处置待处理事项。"],
  [/^(\d{18}) is not held for (.+)\.$/, "$1 没有该待处理事项。"],
  [/^Open it again to see what holds it\.$/, "请重新打开查看待处理事项。"],
  [/^Still missing: (.+)\.$/, "仍缺少单证：$1。"],
  [/^Ask the declarant to give them\.$/, "请申报单位补交。"],
  [/^Documents are taken while a declaration is held\.$/, "报关单待处理期间方可补交单证。"],
  [/^Only a declaration that is held can be amended\.$/, "只有待处理的报关单可以申请改单。"],
  [/^An inspection of (\d{18}) is ordered\.$/, "$1 已布控查验。"],
  [/^Wait for its result.*$/, "请等待查验结果。"],
  [/^The tax of (\d{18}) is paid\.$/, "$1 的税款已缴。"],
  [/^Ask for a withdrawal, and file again\.$/, "请申请撤单后重新申报。"],
  [/^An amendment waits for an officer already\.$/, "已有改单申请等待审批。"],
  [/^An amendment of (\d{18}) waits for an officer\.$/, "$1 的改单申请等待审批。"],
  [/^Pay when it has been decided\.$/, "请在审批后缴税。"],
  [/^Wait until it has been decided\.$/, "请等待审批。"],
  [/^The amended content has mistakes\.$/, "改单内容有差错。"],
  [/^Refuse the amendment and name them\.$/, "请不同意改单并说明差错。"],
  [/^Nothing is owed on (\d{18})\.$/, "$1 没有应缴税款。"],
  [/^Nothing is left to do\.$/, "无需再办理。"],
  [/^The amount is not what is owed\.$/, "金额与应缴金额不符。"],
  [/^Pay the whole bill in one sum\.$/, "请一次缴清。"],
  [/^Owed are (.+) and a late charge of (.+)\.$/, "应缴税款 $1，滞纳金 $2。"],
  [/^You proposed this yourself\.$/, "此项由您提交。"],
  [/^Another person must confirm it\.$/, "须由他人复核。"],
  [/^There is nothing here that you may (see|confirm|decline)\.$/, "此处没有您可以办理的内容。"],
  [/^Check the number, or sign in as someone who may\.$/, "请核对单号，或用有权限的账号登录。"],
  [/^Check the number\.$/, "请核对编号。"],
  [
    /^The records cannot be written at the moment; nothing was carried out\.$/,
    "暂时无法写入记录，本次未办理。",
  ],
  [/^Send the same request again in a few seconds\.$/, "请几秒后重新发送。"],
  [/^The lists have not caught up yet\.$/, "列表尚未更新完毕。"],
  [
    /^Federal Reserve H\.10, average of (\d{4}-\d{2}), crossed over the US dollar; not the customs' own rate$/,
    "美联储 H.10，$1 月平均，经美元套算，非海关计征汇率",
  ],
  [/^Ask again in a moment\.$/, "请稍候再试。"],
];

/** A text of the server in Chinese; undefined when it is not known here. */
export const inChinese = (text: string): string | undefined => {
  for (const [english, chinese] of PATTERNS)
    if (english.test(text))
      return typeof chinese === "string" ? text.replace(english, chinese) : text.replace(english, chinese);
  return undefined;
};
