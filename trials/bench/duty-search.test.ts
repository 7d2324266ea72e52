import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { it } from "node:test";
import { benchSearch } from "./duty-search.ts";
import { keystrokesFor } from "./keystrokes.ts";

const LINES = [
  { code: "0901210000", mfn: "15", vat: "13", description: "coffee, roasted | 已焙炒咖啡" },
  { code: "2204210000", mfn: "14", vat: "13", description: "wine | 小包装的鲜葡萄酿造的酒" },
];

it("types the same every time: codes, both languages, every beginning, and slips", () => {
  const typed = keystrokesFor(LINES, 60);
  assert.deepEqual(typed, keystrokesFor(LINES, 60));
  for (const kind of [/^\d{10}$/, /^\p{Script=Han}{2,}/u, /^[a-z]{4,}/])
    assert.ok(typed.some((text) => kind.test(text)));
  assert.ok(typed.includes("2") && typed.includes("22"));
});

it("measures the search end to end, on any tariff that can be imported", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "openftz-search-"));
  try {
    const file = path.join(folder, "tariff.jsonl");
    writeFileSync(file, LINES.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const { name, unit, rounds, value } = await benchSearch(file, { rounds: 2, sought: 10 });
    assert.deepEqual([name, unit, rounds], ["duty.searchP99Ms", "ms", 2]);
    assert.ok(value > 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
