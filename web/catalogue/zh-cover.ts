/** Chinese texts of what covers a list: its declaration, and who files that. */
import type { enCover } from "./en-cover.ts";

export const zhCover: Readonly<Record<keyof typeof enCover, string>> = {
  "bonded.wait.yours": "贵企业报关",
  "bonded.coverFitting": "相符的已放行报关单",
  "bonded.coverNone": "没有前八位编码与净重相符的已放行报关单。",
  "bonded.draft": "按清单生成报关单并申报",
  "waits.inbound": "货物全部过卡且报关单放行并填写后，清单核扣。",
  "waits.outbound": "报关单放行并填写在清单上之前，不开具核放单，货物不得出区。",
  "waits.noGate": "报关单放行并填写后，清单核扣。",
  "declare.counterparty": "区外报关企业",
  "declare.counterpartyHint": "该企业可查看本清单，并申报、填写报关单",
  "filing.ofList": "根据核注清单生成",
};
