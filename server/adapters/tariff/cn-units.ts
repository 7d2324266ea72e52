/** Words for the statutory units of the Chinese declaration, whose codes have three digits (unit code table, 2019). */
const WORDS: Readonly<Record<string, string>> = {
  "001": "unit", // 台
  "002": "seat", // 座
  "003": "vehicle", // 辆
  "004": "vessel", // 艘
  "005": "aircraft", // 架
  "006": "set", // 套
  "007": "piece", // 个
  "008": "item", // 只
  "009": "head", // 头
  "010": "sheet", // 张
  "011": "article", // 件
  "012": "stick", // 支
  "013": "branch", // 枝
  "014": "rod", // 根
  "015": "strip", // 条
  "016": "handle", // 把
  "017": "block", // 块
  "019": "outfit", // 副
  "020": "slice", // 片
  "023": "picture", // 幅
  "025": "pair", // 双
  "028": "plant", // 株
  "030": "m", // 米
  "031": "reel", // 盘
  "032": "m2", // 平方米
  "033": "m3", // 立方米
  "035": "kg", // 千克
  "036": "g", // 克
  "041": "hundred_sticks", // 百支
  "043": "hundred_pieces", // 百个
  "051": "thousand_blocks", // 千块
  "054": "thousand_pieces", // 千个
  "062": "kWh", // 千瓦时
  "063": "kL", // 千升
  "070": "t", // 吨
  "084": "carat", // 克拉
  "095": "L", // 升
  "096": "ml", // 毫升
  "143": "thousand_sticks", // 千支
  "149": "MBq", // 百万贝可
};

/** The word of a unit code; a code outside the table stands for itself rather than for nothing. */
export const unitWord = (code: string): string => WORDS[code] ?? code;
