/**
 * Supervision modes (procedures), the most used ones. Codes and Chinese short names: the customs' code table of
 * supervision modes, edition of 2019 to 2020, re-keyed. English names are ours. The directions are inferred from what
 * the names say, unconfirmed, and kept wide where in doubt.
 */
import type { Procedure } from "@openftz/customs/law/law.ts";

const BOTH = ["import", "export"] as const;
const IN = ["import"] as const;
const OUT = ["export"] as const;

const row = (code: string, zh: string, en: string, directions: Procedure["directions"]): Procedure => ({
  code,
  name: { en, zh },
  directions,
});

// biome-ignore format: one row a line
export const procedures: readonly Procedure[] = [
  row("0110", "一般贸易", "General trade", BOTH),
  row("0200", "料件销毁", "Materials destroyed", IN),
  row("0214", "来料加工", "Processing with supplied materials", BOTH),
  row("0245", "来料料件内销", "Supplied materials sold at home", IN),
  row("0255", "来料深加工", "Supplied materials, deep processing transfer", BOTH),
  row("0258", "来料余料结转", "Supplied materials, surplus transfer", BOTH),
  row("0265", "来料料件复出", "Supplied materials re-exported", OUT),
  row("0300", "来料料件退换", "Supplied materials exchanged", BOTH),
  row("0320", "不作价设备", "Equipment provided without charge", IN),
  row("0400", "边角料销毁", "Leftovers destroyed", IN),
  row("0420", "加工贸易设备", "Processing trade equipment", IN),
  row("0444", "保区进料成品", "Zone goods of purchased materials, taxed as finished", IN),
  row("0445", "保区来料成品", "Zone goods of supplied materials, taxed as finished", IN),
  row("0446", "加工设备内销", "Processing equipment sold at home", IN),
  row("0456", "加工设备结转", "Processing equipment transferred", BOTH),
  row("0466", "加工设备退运", "Processing equipment returned", OUT),
  row("0500", "减免设备结转", "Duty-reduced equipment transferred", BOTH),
  row("0544", "保区进料料件", "Zone purchased materials, taxed as materials", IN),
  row("0545", "保区来料料件", "Zone supplied materials, taxed as materials", IN),
  row("0615", "进料对口", "Processing with purchased materials", BOTH),
  row("0644", "进料料件内销", "Purchased materials sold at home", IN),
  row("0654", "进料深加工", "Purchased materials, deep processing transfer", BOTH),
  row("0657", "进料余料结转", "Purchased materials, surplus transfer", BOTH),
  row("0664", "进料料件复出", "Purchased materials re-exported", OUT),
  row("0700", "进料料件退换", "Purchased materials exchanged", BOTH),
  row("0844", "进料边角料内销", "Leftovers of purchased materials sold at home", IN),
  row("0845", "来料边角料内销", "Leftovers of supplied materials sold at home", IN),
  row("0864", "进料边角料复出", "Leftovers of purchased materials re-exported", OUT),
  row("0865", "来料边角料复出", "Leftovers of supplied materials re-exported", OUT),
  row("1200", "保税间货物", "Goods between bonded places", BOTH),
  row("1210", "保税电商", "Bonded e-commerce", BOTH),
  row("1233", "保税仓库货物", "Bonded warehouse goods", BOTH),
  row("1234", "保税区仓储转口", "Bonded zone storage and re-export", BOTH),
  row("1239", "保税电商A", "Bonded e-commerce A", IN),
  row("1300", "修理物品", "Articles for repair", BOTH),
  row("1371", "保税维修", "Bonded repair", BOTH),
  row("1427", "出料加工", "Outward processing", BOTH),
  row("1500", "租赁不满1年", "Lease of less than a year", BOTH),
  row("1523", "租赁贸易", "Lease trade", BOTH),
  row("2600", "暂时进出货物", "Temporary admission or export", BOTH),
  row("2700", "展览品", "Exhibits", BOTH),
  row("3010", "货样广告品", "Samples and advertising articles", BOTH),
  row("3100", "无代价抵偿", "Replacement without charge", BOTH),
  row("3339", "其他进出口免费", "Other goods without charge", BOTH),
  row("4400", "来料成品退换", "Products of supplied materials exchanged", BOTH),
  row("4500", "直接退运", "Direct return", BOTH),
  row("4561", "退运货物", "Returned goods", BOTH),
  row("4600", "进料成品退换", "Products of purchased materials exchanged", BOTH),
  row("5000", "料件进出区", "Materials in and out of a zone", BOTH),
  row("5010", "特殊区域研发货物", "Zone research goods", BOTH),
  row("5014", "区内来料加工", "Zone processing with supplied materials", BOTH),
  row("5015", "区内进料加工货物", "Zone processing with purchased materials", BOTH),
  row("5033", "区内仓储货物", "Zone storage goods", BOTH),
  row("5034", "区内物流货物", "Zone logistics goods", BOTH),
  row("5100", "成品进出区", "Products in and out of a zone", BOTH),
  row("5300", "设备进出区", "Equipment in and out of a zone", BOTH),
  row("5335", "境外设备进区", "Equipment from abroad into a zone", IN),
  row("5361", "区内设备退运", "Zone equipment returned abroad", OUT),
  row("6033", "物流中心进出境货物", "Logistics centre goods to and from abroad", BOTH),
  row("9600", "内贸货物跨境运输", "Domestic goods carried across the border", BOTH),
  row("9610", "电子商务", "Direct e-commerce", BOTH),
  row("9700", "后续补税", "Later payment of duty", IN),
  row("9800", "租赁征税", "Duty on lease payments", IN),
  row("9839", "留赠转卖物品", "Articles left, given or resold", IN),
  row("9900", "其他", "Other", BOTH),
];
