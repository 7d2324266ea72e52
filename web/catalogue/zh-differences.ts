import type { enDifferences } from "./en-differences.ts";

/** Chinese texts of differences between books and counts. */
export const zhDifferences: Readonly<Record<keyof typeof enDifferences, string>> = {
  "nav.differences": "盘点差异",
  "difference.help": "盘点与账册不符、经两名关员核定的差异。",
  "difference.none": "没有差异",
  "difference.noneText": "盘点与账册未发现不符。",
  "difference.when": "核定时间",
  "difference.by": "确认人",
  "difference.found": "盘点结果",
  "difference.more": "盘盈",
  "difference.less": "盘亏",
  "difference.declared": "申报单位",
  "difference.usd": "美元",
  "difference.reason": "原因",
};
