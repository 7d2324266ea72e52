/** Chinese texts of lines that are pasted, and of what is proposed for them. */
import type { enPaste } from "./en-paste.ts";

export const zhPaste: Readonly<Record<keyof typeof enPaste, string>> = {
  "declare.paste": "从电子表格粘贴",
  "declare.pasteAdd": "添加各行",
  "declare.pasteText": "首行为标题时按标题识别各列，顺序不限；无标题时依次为：{columns}。",
  "declare.pasteRows": "表格行",
  "declare.pasteFile": "或选择文件：CSV 或制表符分隔的文本",
  "declare.pastePreview": "识别结果",
  "declare.pasteTooMany": "清单还可添加 {room} 行，此处有 {count} 行；减少后方可添加。",
  "declare.pasteUnknown": "以下标题无法识别，未采用：{columns}",
  "declare.pasteCount": "共 {count} 行",
  "declare.pasteCountOne": "共 1 行",
  "declare.pasted": "已添加 {count} 行。",
  "declare.pastedOne": "已添加 1 行。",
  "declare.open": "展开",
  "declare.openLine": "展开第 {item} 项",
  "declare.notInBook": "账册中没有",
  "declare.missing": "缺 {quantity} {unit}",
  "lack.notInBook": "账册没有该表体：请另选或删除本项。",
  "quantities.share": "未填写的为建议值：法定数量和金额按库存比例计算，毛重同净重；与实际不符请更改。",
  "quantities.follow": "未填写的为建议值：同单位数量相同，毛重同净重；与实际不符请更改。",
};
