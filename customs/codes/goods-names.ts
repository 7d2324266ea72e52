/**
 * What people call goods, by the beginning of their code in the Harmonized System: for finding lines whose own words are
 * those of the law. The numbers are the WCO's; the names are ours, in trade words, and are not the legal titles.
 */
import type { Bilingual } from "@openftz/kernel/measure.ts";

/** A chapter (two digits; 77 is kept free) or a heading (four digits), and what people call it. */
export type GoodsName = { readonly code: string; readonly name: Bilingual };

const ROWS = `
01 Live animals | 活动物
02 Meat and edible offal | 肉及食用杂碎
03 Fish, shellfish and other seafood | 鱼、甲壳动物及其他水产品
04 Milk, dairy, eggs, honey | 乳品、蛋品、蜂蜜
05 Other animal products: bones, hair, feathers | 其他动物产品：骨、毛、羽
06 Plants, flowers, bulbs | 植物、花卉、鳞茎
07 Vegetables | 蔬菜
08 Fruit and nuts | 水果及坚果
09 Coffee, tea, spices | 咖啡、茶、调味香料
10 Cereals: wheat, maize, rice | 谷物：小麦、玉米、稻谷
11 Flour, malt, starch | 面粉、麦芽、淀粉
12 Oil seeds, medicinal plants, straw | 油籽、药用植物、稻草
13 Gums, resins, plant extracts | 树胶、树脂、植物浸膏
14 Plaiting materials: bamboo, rattan | 编结用植物材料：竹、藤
15 Fats and oils, waxes | 动植物油脂、蜡
16 Meat and fish preparations | 肉、鱼的制品
17 Sugar and confectionery | 糖及糖食
18 Cocoa and chocolate | 可可及巧克力
19 Bread, pasta, biscuits, cereal preparations | 面包、面食、饼干、谷物制品
20 Fruit and vegetable preparations, juice | 蔬菜、水果制品、果汁
21 Sauces, soups, other food preparations | 调味汁、汤料、杂项食品
22 Beverages, spirits and vinegar | 饮料、酒、醋
23 Animal feed, food residues | 饲料、食品工业残渣
24 Tobacco, cigarettes | 烟草、卷烟
25 Salt, stone, cement, lime | 盐、石料、水泥、石灰
26 Ores, slag, ash | 矿砂、矿渣、矿灰
27 Mineral fuels: coal, petroleum, gas | 矿物燃料：煤、石油、燃气
28 Inorganic chemicals | 无机化学品
29 Organic chemicals | 有机化学品
30 Medicines, vaccines, pharmaceutical products | 药品、疫苗
31 Fertilisers | 肥料
32 Dyes, pigments, paints, ink | 染料、颜料、油漆、墨水
33 Perfumes, cosmetics, essential oils | 香水、化妆品、精油
34 Soap, detergents, candles | 肥皂、洗涤剂、蜡烛
35 Glues, enzymes, proteins | 胶、酶、蛋白类物质
36 Explosives, fireworks, matches | 炸药、烟火、火柴
37 Photographic film and paper | 照相胶片及相纸
38 Other chemical products, pesticides | 杂项化学产品、农药
39 Plastics | 塑料
40 Rubber, tyres | 橡胶、轮胎
41 Hides and leather | 生皮及皮革
42 Leather articles, bags, suitcases | 皮革制品、箱包
43 Furs | 毛皮
44 Wood, timber, charcoal | 木材、木炭
45 Cork | 软木
46 Basketware, wickerwork | 编结制品、篮筐
47 Wood pulp, waste paper | 木浆、废纸
48 Paper and cardboard | 纸及纸板
49 Books, newspapers, printed matter | 书籍、报纸、印刷品
50 Silk | 蚕丝
51 Wool | 羊毛
52 Cotton | 棉花
53 Flax, jute, other vegetable fibres | 亚麻、黄麻、其他植物纤维
54 Man-made filaments | 化学纤维长丝
55 Man-made staple fibres | 化学纤维短纤
56 Felt, nonwovens, ropes | 毡、无纺织物、绳
57 Carpets | 地毯
58 Lace, embroidery, special fabrics | 花边、刺绣、特种织物
59 Coated and industrial textiles | 涂布织物、工业用纺织品
60 Knitted fabrics | 针织物
61 Knitted clothing | 针织服装
62 Woven clothing | 机织服装
63 Blankets, bed linen, textile articles, used clothing | 毯子、床上用品、纺织制品、旧衣
64 Footwear, shoes | 鞋靴
65 Hats | 帽类
66 Umbrellas, walking sticks | 伞、手杖
67 Artificial flowers, wigs | 人造花、假发
68 Articles of stone, plaster, cement | 石料、石膏、水泥制品
69 Ceramics, tiles | 陶瓷、瓷砖
70 Glass | 玻璃
71 Pearls, precious stones, gold, silver, jewellery | 珍珠、宝石、黄金、白银、首饰
72 Iron and steel | 钢铁
73 Articles of iron and steel | 钢铁制品
74 Copper | 铜
75 Nickel | 镍
76 Aluminium | 铝
78 Lead | 铅
79 Zinc | 锌
80 Tin | 锡
81 Other base metals: tungsten, cobalt, titanium | 其他贱金属：钨、钴、钛
82 Tools, knives, cutlery | 工具、刀具、餐具
83 Locks, hinges, other articles of base metal | 锁、铰链、其他贱金属制品
84 Machinery, computers, engines, pumps | 机器、计算机、发动机、泵
85 Electrical and electronic equipment, telephones, chips | 电机、电子设备、电话、芯片
86 Railway locomotives and wagons | 铁道机车及车辆
87 Vehicles, cars, motorcycles, bicycles | 车辆、汽车、摩托车、自行车
88 Aircraft, drones, spacecraft | 航空器、无人机、航天器
89 Ships and boats | 船舶
90 Optical, medical and measuring instruments | 光学、医疗、测量仪器
91 Clocks and watches | 钟表
92 Musical instruments | 乐器
93 Arms and ammunition | 武器、弹药
94 Furniture, lamps, bedding | 家具、灯具、寝具
95 Toys, games, sports goods | 玩具、游戏品、运动用品
96 Miscellaneous: pens, brushes, buttons | 杂项制品：笔、刷、纽扣
97 Works of art, antiques | 艺术品、古物
`;

/** All names in the order of their codes. */
export const GOODS_NAMES: readonly GoodsName[] = ROWS.trim()
  .split("\n")
  .map((row) => {
    const [, code = "", en = "", zh = ""] = /^(\d+) (.+) \| (.+)$/.exec(row) ?? [];
    return { code, name: { en, zh } };
  });
