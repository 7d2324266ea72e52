/** Chinese texts of the kinds of books; terms as in the customs’ own papers. */
import type { enKinds } from "./en-kinds.ts";

export const zhKinds: Readonly<Record<keyof typeof enKinds, string>> = {
  "book.kind": "账册类型",
  "book.modeSeparate": "此类账册每次入区单列一项，以便逐件核对",
  "bookKind.logistics": "物流账册",
  "bookKind.equipment": "区内设备账册",
  "bookKind.display": "保税展示交易账册",
  "bookKind.repair": "保税维修账册",
  "bookKindText.logistics": "仓储、分拨、销售的货物，流向不限。",
  "bookKindText.equipment": "企业自用的机器设备与工具：使用、检测、维修、退运。",
  "bookKindText.display": "在区内外展示、售出后报关的货物。",
  "bookKindText.repair": "入区维修后复运出区的货物。",
  "declare.kindHides": "{kind}：仅列出该类账册货物可用的流向。",
};
