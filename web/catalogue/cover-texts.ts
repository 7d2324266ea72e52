/** What the server says of the declarations that lists wait for, in Chinese; see server-texts.ts. */

/** Patterns with the parts that change. */
export const COVER_PATTERNS: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^true, and name the declaration once it is released$/, "请选择需报关，放行后填写报关单号。"],
  [/^(QD\S+) waits for its declaration\.$/, "核注清单 $1 等待报关单。"],
  [
    /^(QD\S+) waits for its declaration: nothing leaves before that is released\.$/,
    "核注清单 $1 等待报关单：放行前货物不得出区。",
  ],
  [
    /^Name the released declaration of the list \(bonded-list\.cover\), then ask again\.$/,
    "请先在清单上填写已放行的报关单号，再重新申请。",
  ],
  [
    /^Have its declaration named and its passages recorded: with the last of them it is posted\.$/,
    "请填写报关单号并登记过卡，条件齐备后自动核扣。",
  ],
  [/^Only an approved list waits for its declaration\.$/, "只有预核扣的清单等待报关单。"],
  [/^(QD\S+) is covered by (\d{18})\.$/, "核注清单 $1 已对应报关单 $2。"],
  [
    /^(\d{18}) is of others: an officer names it for (QD\S+)\.$/,
    "报关单 $1 属于其他企业：须由海关人员为清单 $2 填写。",
  ],
  [/^(\d{18}) does not cover (QD\S+)\.$/, "报关单 $1 与核注清单 $2 不对应。"],
  [/^(\d{18}) is of (\S+); (QD\S+) names (\S+)\.$/, "报关单 $1 属于 $2，清单 $3 指定的是 $4。"],
  [
    /^(\d{18}) is of goods that come or go by transport mode (\S+); over the second line it is (.+)\.$/,
    "报关单 $1 的运输方式为 $2，二线进出区应为 $3。",
  ],
  [
    /^(\d{18}) collects no tax, because its goods enter a zone: what leaves one, or is released in it, is taxed\.$/,
    "报关单 $1 为进区货物，未征税款：出区或区内完税货物须征税。",
  ],
  [
    /^(\d{18}) values the goods at (\S+) CNY; by the list and its book they are worth (\S+)\.$/,
    "报关单 $1 的完税价格为 $2 元，按清单及账册货值为 $3 元。",
  ],
  [
    /^Amend the declaration, or declare the list at the price of the sale\.$/,
    "请修改报关单，或按销售价格申报清单。",
  ],
  [
    /^Of (\d{8}) the list has (\S+) (\S+), and (\d{18}) (\S+) (\S+)\.$/,
    "编码 $1：清单为 $2 $3，报关单 $4 为 $5 $6。",
  ],
  [
    /^Only goods that cross the second line are declared by an enterprise outside the zone\.$/,
    "只有二线进出区货物由区外企业报关。",
  ],
  [/^Leave it out\.$/, "请留空。"],
  [/^(QD\S+) rests on (\d{18})\.$/, "核注清单 $1 以报关单 $2 为依据。"],
  [/^Delete or reverse that list first\.$/, "请先删除或红冲该清单。"],
  [/^Nothing needs to be declared\.$/, "无需报关。"],
  [/^What you call the declaration\.$/, "报关单的企业内部编号。"],
  [/^The broker, where one with a mandate declares\.$/, "由受托报关企业申报的，请填其代码。"],
  [
    /^At the second line the enterprise outside the zone declares, or its broker\.$/,
    "二线进出区由区外企业或其报关企业申报。",
  ],
  [
    /^At the second line the enterprise outside the zone declares: who buys the goods or sells them\.$/,
    "二线进出区由区外企业申报：请填购买或出售货物的企业。",
  ],
  [
    /^At the second line the enterprise outside the zone declares under a mode of its own, for example (\d{4})\.$/,
    "二线进出区由区外企业以其监管方式申报，例如 $1。",
  ],
  [/^Shorten it to (\d+) characters\.$/, "请缩短至 $1 个字符。"],
  [/^The values are those of (QD\S+): see that they are (CIF|FOB)\.$/, "金额取自 $1：请核对是否为 $2 价。"],
  [/^Claims, quotas, exporters and purposes, where they apply\.$/, "如适用，请填优惠、配额、出口商和用途。"],
  [/^The documents that the goods need\.$/, "货物所需单证。"],
  [/^Where the goods shall be released before the tax is paid\.$/, "需先放行后缴税的，请填总担保。"],
];
