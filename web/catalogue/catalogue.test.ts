import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { parseSync } from "vite";
import { catalogues, type Key, preferredLanguage, translate, wordFor } from "./catalogue.ts";
import { inChinese } from "./server-texts.ts";

const keys = Object.keys(catalogues.en) as Key[];
const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe("the catalogue", () => {
  it("has every text in both languages, and none is empty", () => {
    assert.deepEqual(Object.keys(catalogues.zh).sort(), [...keys].sort());
    for (const key of keys)
      for (const language of ["en", "zh"] as const)
        assert.notEqual(catalogues[language][key].trim(), "", key);
  });

  it("fills the same places in both languages", () => {
    for (const key of keys) assert.deepEqual(placesIn(catalogues.zh[key]), placesIn(catalogues.en[key]), key);
  });

  it("is Chinese in Chinese and not in English", () => {
    const names = new Set<Key>(["brand", "language.zh", "language.en", "signIn.district", "line.inUnit"]);
    for (const key of keys.filter((each) => !names.has(each))) {
      assert.match(catalogues.zh[key], /\p{Script=Han}/u, key);
      assert.doesNotMatch(catalogues.en[key], /\p{Script=Han}/u, key);
    }
  });

  it("keeps the official wording of terms of law", () => {
    for (const [key, term] of [
      ["nav.declarations", "报关单"],
      ["act.release", "放行"],
      ["act.close", "结关"],
      ["field.procedure", "监管方式"],
      ["field.guarantee", "总担保"],
      ["tax.lateDeclarationFee", "滞报金"],
      ["field.trader", "境内收发货人"],
    ] as const)
      assert.equal(catalogues.zh[key], term);
  });

  it("fills in values, and shows a code that it has no word for", () => {
    assert.equal(translate("en", "needs.many", { count: 3 }), "3 need you");
    assert.equal(wordFor("zh", "state", "held"), "待处理");
    assert.equal(wordFor("en", "state", "new-one"), "new-one");
  });

  it("begins in Chinese only where a browser asks for it first", () => {
    assert.equal(preferredLanguage(["zh-CN", "en"]), "zh");
    assert.equal(preferredLanguage(["en", "zh"]), "en");
    assert.equal(preferredLanguage([]), "en");
  });

  it("says in Chinese what the server says in English, with the parts that change", () => {
    assert.equal(
      inChinese("91310000SAMPLEBRKR has no mandate of 91310000SAMPLECHIP on 2026-11-24."),
      "2026-11-24，91310000SAMPLEBRKR 没有 91310000SAMPLECHIP 的报关委托。",
    );
    assert.equal(inChinese("Something never said before."), undefined);
    assert.equal(
      inChinese(
        "T2218W00004C-1, bonded: 20 pcs (declared unit) are missing: 40 free, 60 asked; 1.5 kg (second legal unit) are missing: 2.5 free, 4 asked. QD221826E000000042 holds 60 pcs.",
      ),
      "T2218W00004C-1（保税）缺 20 pcs（申报单位）：可用 40，申报 60；缺 1.5 kg（法定第二单位）：可用 2.5，申报 4。QD221826E000000042 已预减 60 pcs。",
    );
    assert.equal(
      inChinese("bonded goods move to-inland only with a declaration."),
      "保税货物运往境内区外必须报关。",
    );
    assert.equal(
      inChinese("Of line 0 of QD221826E000000042 3 are on no pass yet, 3.00001 are asked."),
      "QD221826E000000042 第 1 项剩余 3 未开核放单，申请 3.00001。",
    );
    assert.equal(
      inChinese(
        "T2218W00004C cannot be closed: goods are left on its lines; 2 of its lists, slips, forms or passes are under way.",
      ),
      "账册 T2218W00004C 不能结案：账册仍有货物；有 2 份清单、出入库单、申报表或核放单未结。",
    );
    assert.equal(inChinese("The pause of T2218W00004C-1 is out already."), "T2218W00004C-1 已是“暂停出”。");
    assert.equal(
      inChinese("221820261000000042 is of 91310000SAMPLECHIP; QD221826E000000042 names 91310000SAMPLEWINE."),
      "报关单 221820261000000042 属于 91310000SAMPLECHIP，清单 QD221826E000000042 指定的是 91310000SAMPLEWINE。",
    );
    assert.equal(
      inChinese(
        "221820261000000042 values the goods at 1.00 CNY; by the list and its book they are worth 7000.00.",
      ),
      "报关单 221820261000000042 的完税价格为 1.00 元，按清单及账册货值为 7000.00 元。",
    );
    assert.equal(
      inChinese(
        "221820261000000042 collects no tax, because its goods enter a zone: what leaves one, or is released in it, is taxed.",
      ),
      "报关单 221820261000000042 为进区货物，未征税款：出区或区内完税货物须征税。",
    );
    assert.equal(
      inChinese("Goods of a book of equipment do not leave for batches, but for test, repair, mould."),
      "区内设备账册的货物不能办理分送集报，可办理：外发检测、外发维修、模具外发。",
    );
    assert.equal(
      inChinese("T2218W00004C-1: 30 kg are too far from 2.5, which 10 pcs of the line come to on average."),
      "T2218W00004C-1：30 kg 与该项平均值相差过大，10 pcs 平均为 2.5。",
    );
    assert.equal(
      inChinese("G-1 is not for declarations, but for batches, repair."),
      "G-1 不适用于报关税款，只适用于：分送集报、外发维修。",
    );
    assert.equal(
      inChinese("Goods that move to-abroad are not imported."),
      "区内出境（一线出）的货物不办理进口。",
    );
    assert.equal(inChinese("SS221826E000000042 is passed."), "出入库单 SS221826E000000042 状态为已进出。");
  });
});

type Node = { readonly type: string; readonly [key: string]: unknown };

const walk = (value: unknown, visit: (node: Node) => void): void => {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (typeof value === "object" && value !== null) {
    if (typeof (value as Node).type === "string") visit(value as Node);
    for (const each of Object.values(value)) walk(each, visit);
  }
};

const SHOWN = new Set(["title", "alt", "placeholder", "label", "aria-label", "button", "done", "hint"]);

/** Words between tags, or in an attribute that people see or hear. */
const textsIn = (file: string): readonly string[] => {
  const found: string[] = [];
  walk(parseSync(file, readFileSync(file, "utf8")).program, (node) => {
    if (node.type === "JSXText" && /\p{L}/u.test(String(node.value))) found.push(String(node.value).trim());
    const { name, value } = node as { name?: { name?: unknown }; value?: Node };
    if (
      node.type === "JSXAttribute" &&
      SHOWN.has(String(name?.name)) &&
      value?.type === "Literal" &&
      /\p{L}/u.test(String(value.value))
    )
      found.push(`${name?.name}="${value.value}"`);
  });
  return found;
};

it("no component holds a text of its own", () => {
  const root = path.resolve(import.meta.dirname, "..");
  const components = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".tsx") && !/^(node_modules|dist)/.test(file),
  );
  assert.ok(components.length > 30);
  // Units and keys of the keyboard are the same in every language.
  const everywhere = new Set(["CNY", "kg", "a", "e", "n"]);
  const left = components.flatMap((file) =>
    textsIn(path.join(root, file))
      .filter((text) => !everywhere.has(text))
      .map((text) => `${file}: ${text}`),
  );
  assert.deepEqual(left, [], "put these into catalogue/en.ts and zh.ts");
});
