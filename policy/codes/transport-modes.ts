/**
 * Transport modes; beside the real ones, those that tell a move between a zone or bonded place and the rest of China.
 * Codes and Chinese names: the customs' code table of transport modes, edition of 2019 to 2020, re-keyed. English ours.
 */
import type { Code } from "@openftz/customs/law/law.ts";

const row = (code: string, zh: string, en: string): Code => ({ code, name: { en, zh } });

export const transportModes: readonly Code[] = [
  row("0", "非保税区", "Non-bonded area"),
  row("1", "监管仓库", "Supervised warehouse"),
  row("2", "水路运输", "Sea"),
  row("3", "铁路运输", "Rail"),
  row("4", "公路运输", "Road"),
  row("5", "航空运输", "Air"),
  row("6", "邮件运输", "Mail"),
  row("7", "保税区", "Bonded zone"),
  row("8", "保税仓库", "Bonded warehouse"),
  row("9", "其他方式运输", "Other"),
  row("G", "固定设施运输", "Fixed installation"),
  row("H", "边境特殊海关作业区", "Border special operation area"),
  row("L", "旅客携带", "Carried by a passenger"),
  row("T", "综合实验区", "Comprehensive experimental zone"),
  row("W", "物流中心", "Logistics centre"),
  row("X", "物流园区", "Logistics park"),
  row("Y", "保税港区", "Bonded port area"),
  row("Z", "出口加工区", "Export processing zone"),
];
