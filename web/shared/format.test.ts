import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  clockOf,
  daysBetween,
  dayText,
  fenOfYuan,
  groupDigits,
  halfOf,
  legalDayOf,
  nameIn,
  rateText,
  yuanOfFen,
} from "./format.ts";

describe("amounts", () => {
  for (const [text, shown] of [
    ["0.00", "0.00"],
    ["999.99", "999.99"],
    ["1000", "1,000"],
    ["86266.66", "86,266.66"],
    ["-1234567.8", "-1,234,567.8"],
    ["not a number", "not a number"],
  ] as const)
    it(`${text} is shown as ${shown}`, () => assert.equal(groupDigits(text), shown));

  for (const [fen, shown] of [
    [0, "0.00"],
    [5, "0.05"],
    [8626666, "86,266.66"],
    ["-100", "-1.00"],
    ["123456789012345678901", "1,234,567,890,123,456,789.01"],
  ] as const)
    it(`${fen} fen are ${shown} yuan, to the last digit`, () => assert.equal(yuanOfFen(fen), shown));

  it("yuan become fen exactly", () => {
    assert.equal(fenOfYuan("86266.66"), 8_626_666n);
    assert.equal(fenOfYuan("5"), 500n);
    assert.equal(fenOfYuan("5.1"), 510n);
  });

  it("a bare rate is a percentage, a written one says its units", () => {
    assert.equal(rateText("14"), "14%");
    assert.equal(rateText("6.5"), "6.5%");
    assert.equal(rateText("2 CNY/kg"), "2 CNY/kg");
  });
});

describe("days", () => {
  it("counts days over the end of a month and a year", () => {
    assert.equal(daysBetween("2026-11-24", "2026-12-09"), 15);
    assert.equal(daysBetween("2026-12-31", "2027-01-01"), 1);
    assert.equal(daysBetween("2026-12-10", "2026-12-09"), -1);
  });

  it("tells the district's day and time, whatever the reader's clock says", () => {
    assert.equal(legalDayOf("2026-11-23T18:22:51.079Z"), "2026-11-24");
    assert.equal(clockOf("2026-11-23T18:22:51.079Z"), "02:22:51");
  });

  it("writes a day in the reader's language", () => {
    assert.equal(dayText("2026-12-09", "en"), "9 Dec 2026");
    assert.equal(dayText("2026-12-09", "zh"), "2026年12月9日");
    assert.equal(dayText("soon", "en"), "soon");
  });
});

describe("texts in two languages", () => {
  it("shows the half in the reader's language", () => {
    assert.equal(halfOf("Red wine | 干红葡萄酒", "zh"), "干红葡萄酒");
    assert.equal(halfOf("干红葡萄酒 | Red wine", "en"), "Red wine");
  });

  it("shows a company's name in the reader's script", () => {
    assert.equal(nameIn("Sample Wine Co. 样例酒业有限公司", "zh"), "样例酒业有限公司");
    assert.equal(nameIn("Sample Wine Co. 样例酒业有限公司", "en"), "Sample Wine Co.");
    assert.equal(nameIn("样例酒业 Sample Wine", "en"), "Sample Wine");
    assert.equal(nameIn("样例酒业有限公司", "en"), "样例酒业有限公司");
  });

  it("leaves a text with one half whole", () => {
    assert.equal(halfOf("干红葡萄酒", "en"), "干红葡萄酒");
    assert.equal(halfOf("a | b | c", "en"), "a | b | c");
  });
});
