/**
 * What people call goods, by the beginning of their code in the Harmonized System: for finding lines whose own words are
 * those of the law. The numbers are the WCO's; the names are ours, in trade words, and are not the legal titles.
 */
import type { Bilingual } from "@openftz/kernel/measure.ts";

/** A chapter (two digits; 77 is kept free) or a heading (four digits), and what people call it. */
export type GoodsName = { readonly code: string; readonly name: Bilingual };

const ROWS = `
01 Live animals | 活动物
0101 Horses, donkeys | 马、驴
0102 Cattle, cows | 牛
0103 Pigs | 猪
0104 Sheep, goats | 绵羊、山羊
0105 Chickens, ducks, live poultry | 活家禽、鸡、鸭
02 Meat and edible offal | 肉及食用杂碎
0201 Beef, fresh or chilled | 鲜、冷牛肉
0202 Beef, frozen | 冻牛肉
0203 Pork | 猪肉
0204 Lamb, mutton, goat meat | 羊肉
0206 Offal: tripe, tongue, feet | 杂碎：牛肚、猪蹄、舌
0207 Poultry meat: chicken, duck, wings, feet | 禽肉：鸡肉、鸭肉、鸡翅、鸡爪
03 Fish, shellfish and other seafood | 鱼、甲壳动物及其他水产品
0302 Fish, fresh: salmon, tuna | 鲜鱼：三文鱼、金枪鱼
0303 Fish, frozen: salmon, cod, tuna | 冻鱼：三文鱼、鳕鱼、金枪鱼
0304 Fish fillets | 鱼片
0306 Shrimp, prawns, lobster, crab | 虾、龙虾、蟹
0307 Oysters, squid, scallops, molluscs | 牡蛎、鱿鱼、扇贝、软体动物
04 Milk, dairy, eggs, honey | 乳品、蛋品、蜂蜜
0401 Milk, cream | 牛奶、奶油
0402 Milk powder | 奶粉
0403 Yogurt | 酸奶
0405 Butter | 黄油
0406 Cheese | 奶酪、乳酪
0407 Eggs | 蛋、鸡蛋
0409 Honey | 蜂蜜
0410 Bird's nests | 燕窝
05 Other animal products: bones, hair, feathers | 其他动物产品：骨、毛、羽
06 Plants, flowers, bulbs | 植物、花卉、鳞茎
0603 Cut flowers, roses | 鲜花、玫瑰
07 Vegetables | 蔬菜
0701 Potatoes | 马铃薯、土豆
0702 Tomatoes | 番茄、西红柿
0703 Onions, garlic | 洋葱、大蒜
0709 Mushrooms, peppers, asparagus | 蘑菇、辣椒、芦笋
0714 Cassava, sweet potatoes | 木薯、甘薯
08 Fruit and nuts | 水果及坚果
0801 Coconuts, cashew nuts, Brazil nuts | 椰子、腰果、巴西果
0802 Almonds, walnuts, pistachios, nuts | 杏仁、核桃、开心果、坚果
0803 Bananas | 香蕉
0804 Dates, figs, pineapples, avocados, mangoes | 椰枣、无花果、菠萝、鳄梨、牛油果、芒果
0805 Oranges, lemons, citrus | 橙、柠檬、柑橘
0806 Grapes, raisins | 葡萄、葡萄干
0807 Melons, papayas | 瓜、木瓜
0808 Apples, pears | 苹果、梨
0809 Cherries, peaches, plums, apricots | 樱桃、车厘子、桃、李、杏
0810 Strawberries, kiwifruit, durians, blueberries | 草莓、猕猴桃、榴莲、蓝莓
09 Coffee, tea, spices | 咖啡、茶、调味香料
0901 Coffee | 咖啡
0902 Tea: green tea, black tea | 茶叶：绿茶、红茶
0904 Pepper | 胡椒、花椒
10 Cereals: wheat, maize, rice | 谷物：小麦、玉米、稻谷
1001 Wheat | 小麦
1003 Barley | 大麦
1005 Maize, corn | 玉米
1006 Rice | 大米、稻谷
1007 Sorghum | 高粱
11 Flour, malt, starch | 面粉、麦芽、淀粉
1101 Wheat flour | 小麦粉、面粉
1107 Malt | 麦芽
12 Oil seeds, medicinal plants, straw | 油籽、药用植物、稻草
1201 Soya beans, soybeans | 大豆、黄豆
1202 Peanuts, groundnuts | 花生
1205 Rapeseed, canola | 油菜籽
1207 Sesame, other oil seeds | 芝麻
1211 Ginseng, medicinal plants | 人参、中药材
13 Gums, resins, plant extracts | 树胶、树脂、植物浸膏
14 Plaiting materials: bamboo, rattan | 编结用植物材料：竹、藤
15 Fats and oils, waxes | 动植物油脂、蜡
1507 Soya-bean oil, soybean oil | 豆油
1509 Olive oil | 橄榄油
1511 Palm oil | 棕榈油
1512 Sunflower oil | 葵花油
1514 Rapeseed oil | 菜籽油
16 Meat and fish preparations | 肉、鱼的制品
1601 Sausages | 香肠
1604 Prepared fish, canned tuna, caviar | 鱼罐头、鱼子酱
17 Sugar and confectionery | 糖及糖食
1701 Sugar | 食糖、白糖
1704 Candy, chewing gum | 糖果、口香糖
18 Cocoa and chocolate | 可可及巧克力
1801 Cocoa beans | 可可豆
1806 Chocolate | 巧克力
19 Bread, pasta, biscuits, cereal preparations | 面包、面食、饼干、谷物制品
1901 Infant formula, malt extract | 婴幼儿奶粉、配方奶粉、麦精
1902 Pasta, noodles | 面条、方便面、意大利面
1905 Bread, biscuits, cakes | 面包、饼干、蛋糕
20 Fruit and vegetable preparations, juice | 蔬菜、水果制品、果汁
2005 Potato chips, preserved vegetables | 薯片、蔬菜罐头
2007 Jams | 果酱
2009 Fruit juice, orange juice | 果汁、橙汁
21 Sauces, soups, other food preparations | 调味汁、汤料、杂项食品
2101 Coffee extracts, instant coffee | 速溶咖啡、咖啡浓缩精汁
2103 Sauces, soy sauce, ketchup | 酱油、番茄酱、调味品
2105 Ice cream | 冰淇淋
2106 Food supplements, health food | 保健食品、蛋白粉
22 Beverages, spirits and vinegar | 饮料、酒、醋
2201 Water, mineral water | 水、矿泉水
2202 Soft drinks | 汽水、饮料
2203 Beer | 啤酒
2204 Wine of grapes, sparkling wine | 葡萄酒、红酒、起泡酒
2206 Cider, sake, rice wine | 黄酒、清酒、果酒
2207 Ethanol, ethyl alcohol | 乙醇、酒精
2208 Spirits: whisky, brandy, vodka, rum, gin, baijiu | 烈性酒：威士忌、白兰地、伏特加、白酒
23 Animal feed, food residues | 饲料、食品工业残渣
2301 Fish meal | 鱼粉
2304 Soya-bean meal, soybean meal | 豆粕
2309 Pet food, animal feed | 宠物食品、饲料
24 Tobacco, cigarettes | 烟草、卷烟
2401 Tobacco leaves | 烟叶
2402 Cigarettes, cigars | 卷烟、香烟、雪茄
25 Salt, stone, cement, lime | 盐、石料、水泥、石灰
2501 Salt | 盐
2515 Marble | 大理石
2516 Granite | 花岗岩
2523 Cement | 水泥
26 Ores, slag, ash | 矿砂、矿渣、矿灰
2601 Iron ore | 铁矿石、铁矿砂
2602 Manganese ore | 锰矿砂
2603 Copper ore | 铜矿砂
2604 Nickel ore | 镍矿砂
2606 Bauxite, aluminium ore | 铝土矿
27 Mineral fuels: coal, petroleum, gas | 矿物燃料：煤、石油、燃气
2701 Coal | 煤、煤炭
2709 Crude oil, petroleum | 原油、石油
2710 Petrol, gasoline, diesel, lubricants | 汽油、柴油、润滑油、成品油
2711 Natural gas, LNG, propane | 天然气、液化气、丙烷
28 Inorganic chemicals | 无机化学品
2818 Alumina | 氧化铝
2836 Lithium carbonate, carbonates | 碳酸锂、碳酸盐
29 Organic chemicals | 有机化学品
2902 Benzene, xylene, styrene | 苯、二甲苯、苯乙烯
2905 Methanol, ethylene glycol, alcohols | 甲醇、乙二醇、醇
2933 Heterocyclic compounds | 杂环化合物
2936 Vitamins | 维生素
2941 Antibiotics | 抗生素
30 Medicines, vaccines, pharmaceutical products | 药品、疫苗
3002 Vaccines, blood products, antisera | 疫苗、血液制品、抗血清
3003 Medicines, not packed for sale | 药品（未配定剂量）
3004 Medicines, packed for sale | 药品、成药
3005 Bandages, dressings | 绷带、敷料
31 Fertilisers | 肥料
3102 Nitrogen fertilisers, urea | 氮肥、尿素
3104 Potash fertilisers | 钾肥
3105 Compound fertilisers | 复合肥
32 Dyes, pigments, paints, ink | 染料、颜料、油漆、墨水
3208 Paints, varnishes | 油漆、涂料
33 Perfumes, cosmetics, essential oils | 香水、化妆品、精油
3303 Perfume | 香水
3304 Make-up, skin care, lipstick | 化妆品、护肤品、口红、面霜
3305 Shampoo, hair products | 洗发水、护发品
3306 Toothpaste | 牙膏
3307 Deodorants, shaving products | 止汗剂、剃须用品
34 Soap, detergents, candles | 肥皂、洗涤剂、蜡烛
3401 Soap | 香皂、肥皂
3402 Detergents | 洗涤剂、洗衣粉
35 Glues, enzymes, proteins | 胶、酶、蛋白类物质
36 Explosives, fireworks, matches | 炸药、烟火、火柴
37 Photographic film and paper | 照相胶片及相纸
38 Other chemical products, pesticides | 杂项化学产品、农药
3808 Pesticides, insecticides, disinfectants | 农药、杀虫剂、消毒剂
3822 Test kits, diagnostic reagents | 诊断试剂、检测试剂
39 Plastics | 塑料
3901 Polyethylene | 聚乙烯
3902 Polypropylene | 聚丙烯
3903 Polystyrene, ABS | 聚苯乙烯
3904 PVC, polyvinyl chloride | 聚氯乙烯
3907 Polyesters, polycarbonate, epoxy resins | 聚酯、聚碳酸酯、环氧树脂
3915 Plastic waste | 废塑料
3920 Plastic film, sheets | 塑料薄膜、塑料板
3923 Plastic bags, bottles, boxes | 塑料袋、塑料瓶、塑料箱
3926 Plastic articles | 塑料制品
40 Rubber, tyres | 橡胶、轮胎
4001 Natural rubber | 天然橡胶
4002 Synthetic rubber | 合成橡胶
4011 Tyres, tires | 轮胎
4015 Rubber gloves | 橡胶手套
41 Hides and leather | 生皮及皮革
42 Leather articles, bags, suitcases | 皮革制品、箱包
4202 Bags, handbags, suitcases, wallets | 手提包、箱包、钱包、行李箱
4203 Leather clothing, belts | 皮衣、皮带
43 Furs | 毛皮
4301 Raw furs, mink | 生毛皮、水貂皮
44 Wood, timber, charcoal | 木材、木炭
4403 Logs | 原木
4407 Sawn wood, timber | 锯材、木材
4412 Plywood | 胶合板
45 Cork | 软木
46 Basketware, wickerwork | 编结制品、篮筐
47 Wood pulp, waste paper | 木浆、废纸
4703 Wood pulp | 木浆、纸浆
4707 Waste paper | 废纸
48 Paper and cardboard | 纸及纸板
4801 Newsprint | 新闻纸
4810 Coated paper | 铜版纸、涂布纸
4818 Toilet paper, tissues | 卫生纸、纸巾
4819 Boxes, cartons | 纸箱、纸盒
49 Books, newspapers, printed matter | 书籍、报纸、印刷品
4901 Books | 书、书籍
50 Silk | 蚕丝
51 Wool | 羊毛
5101 Wool | 羊毛
52 Cotton | 棉花
5201 Cotton | 棉花、原棉
5205 Cotton yarn | 棉纱
5208 Cotton fabrics | 棉布
53 Flax, jute, other vegetable fibres | 亚麻、黄麻、其他植物纤维
54 Man-made filaments | 化学纤维长丝
5402 Polyester and nylon yarn | 涤纶丝、尼龙丝
55 Man-made staple fibres | 化学纤维短纤
56 Felt, nonwovens, ropes | 毡、无纺织物、绳
57 Carpets | 地毯
58 Lace, embroidery, special fabrics | 花边、刺绣、特种织物
59 Coated and industrial textiles | 涂布织物、工业用纺织品
60 Knitted fabrics | 针织物
61 Knitted clothing | 针织服装
6103 Men's suits, trousers, knitted | 男式套装、裤子（针织）
6109 T-shirts | T恤衫
6110 Sweaters, pullovers | 毛衣、套头衫
62 Woven clothing | 机织服装
6203 Men's suits, trousers, jackets | 男式西服、裤子、夹克
6204 Women's dresses, skirts, trousers | 女式连衣裙、裙子、裤子
6205 Men's shirts | 男衬衫
6212 Bras | 胸罩、文胸
63 Blankets, bed linen, textile articles, used clothing | 毯子、床上用品、纺织制品、旧衣
6302 Bed linen, towels | 床单、毛巾
6309 Worn clothing, used clothing | 旧衣服
64 Footwear, shoes | 鞋靴
6402 Plastic or rubber shoes | 塑料鞋、胶鞋
6403 Leather shoes | 皮鞋
6404 Textile shoes, sports shoes | 布鞋、运动鞋
65 Hats | 帽类
66 Umbrellas, walking sticks | 伞、手杖
67 Artificial flowers, wigs | 人造花、假发
68 Articles of stone, plaster, cement | 石料、石膏、水泥制品
69 Ceramics, tiles | 陶瓷、瓷砖
6907 Ceramic tiles | 瓷砖
70 Glass | 玻璃
71 Pearls, precious stones, gold, silver, jewellery | 珍珠、宝石、黄金、白银、首饰
7102 Diamonds | 钻石
7106 Silver | 银、白银
7108 Gold | 金、黄金
7110 Platinum, palladium | 铂、钯
7113 Jewellery, necklaces, rings | 首饰、项链、戒指
72 Iron and steel | 钢铁
7204 Scrap iron and steel | 废钢铁
7208 Hot-rolled steel | 热轧钢板、热轧卷
7209 Cold-rolled steel | 冷轧钢板
7210 Coated steel, galvanised steel | 镀锌板、涂镀钢板
7219 Stainless steel sheet | 不锈钢板
73 Articles of iron and steel | 钢铁制品
7308 Steel structures | 钢结构
7318 Screws, bolts, nuts | 螺丝、螺栓、螺母
74 Copper | 铜
7403 Refined copper, cathodes | 精炼铜、电解铜、阴极铜
7404 Copper scrap | 废铜
75 Nickel | 镍
76 Aluminium | 铝
7601 Aluminium, unwrought, ingots | 铝锭
7602 Aluminium scrap | 废铝
7607 Aluminium foil | 铝箔
78 Lead | 铅
79 Zinc | 锌
80 Tin | 锡
81 Other base metals: tungsten, cobalt, titanium | 其他贱金属：钨、钴、钛
82 Tools, knives, cutlery | 工具、刀具、餐具
8207 Drill bits, dies, tool parts | 钻头、模具、工具零件
83 Locks, hinges, other articles of base metal | 锁、铰链、其他贱金属制品
84 Machinery, computers, engines, pumps | 机器、计算机、发动机、泵
8407 Petrol engines | 汽油发动机
8408 Diesel engines | 柴油发动机
8411 Turbojets, gas turbines | 涡轮喷气发动机、燃气轮机
8413 Pumps | 液体泵
8414 Compressors, fans | 压缩机、风机、风扇
8415 Air conditioners | 空调
8418 Refrigerators, freezers | 冰箱、冷柜
8421 Filters, centrifuges | 过滤器、离心机
8422 Dishwashers, packing machines | 洗碗机、包装机
8429 Excavators, bulldozers | 挖掘机、推土机
8443 Printers, printing machines | 打印机、印刷机
8450 Washing machines | 洗衣机
8457 Machining centres | 加工中心
8458 Lathes | 车床
8471 Computers, laptops, notebooks, servers | 计算机、电脑、笔记本电脑、服务器
8473 Computer parts | 计算机零件
8477 Plastics machines, injection moulding | 注塑机、塑料机械
8479 Machines, robots | 机器人、其他机器
8481 Valves, taps | 阀门、龙头
8482 Bearings | 轴承
8483 Gears, shafts | 齿轮、传动轴
8486 Semiconductor machines, lithography | 半导体制造设备、光刻机
85 Electrical and electronic equipment, telephones, chips | 电机、电子设备、电话、芯片
8501 Electric motors, generators | 电动机、发电机
8504 Transformers, chargers, power supplies | 变压器、充电器、电源
8506 Batteries, primary | 原电池
8507 Accumulators, lithium batteries | 蓄电池、锂电池
8508 Vacuum cleaners | 吸尘器
8509 Food mixers, kitchen appliances | 食品搅拌器、厨房电器
8510 Shavers | 剃须刀
8516 Ovens, kettles, hair dryers, heaters | 烤箱、电热水壶、电吹风
8517 Telephones, smartphones, mobile phones, routers | 电话、手机、智能手机、路由器
8518 Loudspeakers, headphones, microphones | 扬声器、耳机、麦克风
8523 Memory cards, solid-state drives, discs | 存储卡、固态硬盘、光盘
8524 Display modules | 显示模组
8525 Cameras, television cameras | 摄像机、照相机
8528 Televisions, monitors | 电视机、显示器
8532 Capacitors | 电容器
8534 Printed circuits | 印刷电路
8536 Switches, plugs, connectors | 开关、插头、连接器
8541 Diodes, transistors, solar cells, LEDs | 二极管、晶体管、太阳能电池
8542 Integrated circuits, chips | 集成电路、芯片
8544 Cables, wires, optical fibre cables | 电线、电缆、光缆
86 Railway locomotives and wagons | 铁道机车及车辆
87 Vehicles, cars, motorcycles, bicycles | 车辆、汽车、摩托车、自行车
8701 Tractors | 拖拉机、牵引车
8702 Buses | 客车
8703 Cars, passenger cars, electric cars, SUVs | 小轿车、乘用车、电动汽车、越野车
8704 Trucks, lorries | 货车、卡车
8708 Car parts | 汽车零件
8711 Motorcycles, scooters | 摩托车
8712 Bicycles | 自行车
88 Aircraft, drones, spacecraft | 航空器、无人机、航天器
8802 Aeroplanes, helicopters | 飞机、直升机
8806 Drones | 无人机
8807 Aircraft parts | 飞机零件
89 Ships and boats | 船舶
8901 Cargo ships, tankers | 货船、油轮
8903 Yachts | 游艇
90 Optical, medical and measuring instruments | 光学、医疗、测量仪器
9001 Optical fibres, lenses, contact lenses | 光导纤维、镜片、隐形眼镜
9004 Glasses, sunglasses | 眼镜、太阳镜
9013 Lasers | 激光器
9018 Medical instruments, syringes, ultrasound | 医疗器械、注射器、超声设备
9021 Implants, artificial joints, hearing aids, pacemakers | 植入物、人工关节、助听器、起搏器
9022 X-ray machines, CT scanners | X光机、CT设备
9027 Analysis instruments, spectrometers | 分析仪器、光谱仪
91 Clocks and watches | 钟表
9101 Watches with precious metal | 贵金属手表
9102 Watches | 手表
92 Musical instruments | 乐器
9201 Pianos | 钢琴
93 Arms and ammunition | 武器、弹药
94 Furniture, lamps, bedding | 家具、灯具、寝具
9401 Seats, chairs, sofas | 座椅、椅子、沙发
9403 Furniture | 家具
9404 Mattresses, quilts | 床垫、被子
9405 Lamps, lighting | 灯具、照明
95 Toys, games, sports goods | 玩具、游戏品、运动用品
9503 Toys, dolls, puzzles | 玩具、玩偶、拼图
9504 Game consoles, playing cards | 游戏机、扑克牌
9506 Sports goods, golf clubs, balls | 体育用品、高尔夫球杆、球
96 Miscellaneous: pens, brushes, buttons | 杂项制品：笔、刷、纽扣
9603 Brushes, toothbrushes | 刷子、牙刷
9608 Pens | 笔
9619 Nappies, diapers, sanitary towels | 尿布、纸尿裤、卫生巾
97 Works of art, antiques | 艺术品、古物
9701 Paintings | 油画、绘画
`;

/** All names in the order of their codes. */
export const GOODS_NAMES: readonly GoodsName[] = ROWS.trim()
  .split("\n")
  .map((row) => {
    const [, code = "", en = "", zh = ""] = /^(\d+) (.+) \| (.+)$/.exec(row) ?? [];
    return { code, name: { en, zh } };
  });
