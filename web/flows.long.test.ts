import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { browserGround, lacksBrowser } from "./browser-test/ground.ts";
import {
  keepPicture,
  openWindow,
  settled,
  signIn,
  violationsOn,
  type Window,
} from "./browser-test/screens.ts";
import { PASSWORD, type Server } from "./browser-test/world.ts";

// Flows and stock of zones, by a browser against a server that was started as a user starts it.

const CHIPS = "91310000SAMPLECHIP";

const valves = {
  ...{ part: "V-100", commodity: "8481804090", description: "Valves of steel | 钢制阀门", origin: "DE" },
  ...{ unit: "pcs", lawfulUnit: "pcs", secondUnit: "kg" },
};

const linesOf = (which: object, pieces: string, kg: string) => [
  {
    ...which,
    ...{ declared: pieces, lawful: pieces, second: kg, netMassKg: kg, grossMassKg: kg },
    value: { amount: "80000.00", currency: "USD" },
  },
];

const send = async ({ page, context }: Window, address: string, request: object) => {
  const headers = { origin: new URL(page.url()).origin };
  const response = await context.request.post(`/api/v1/${address}`, { data: request, headers });
  const answer = (await response.json()) as Record<string, string>;
  assert.ok(response.ok(), `${address}: ${JSON.stringify(answer)}`);
  return answer;
};

/** Looks at the page as the house asks: nothing against axe, nothing too wide, a picture kept. */
const lookAt = async ({ page, complaints }: Window, name: string): Promise<void> => {
  await settled(page);
  await keepPicture(page, name);
  assert.deepEqual(await violationsOn(page), [], name);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${name} is too wide`);
  assert.deepEqual(complaints, [], name);
};

describe("flows and stock", { skip: lacksBrowser }, () => {
  let server: Server;
  let browser: Browser;

  before(async () => {
    ({ server, browser } = await browserGround());
  });

  const opened = async (account: string, address: string, how: object = {}): Promise<Window> => {
    const window = await openWindow(browser, server.url, how);
    await signIn(window, account, PASSWORD);
    await window.page.goto(address);
    return window;
  };

  /** Two books in two zones: goods from abroad, some of them handed on to the other zone, some sent abroad. */
  const makeFlows = async (trader: Window, officer: Window): Promise<void> => {
    const bookIn = async (zone: string) => {
      const { book } = await send(trader, "account-book/open", {
        ...{ reference: `FLOWS-${zone}`, zone, office: "2218", party: CHIPS, mode: "accumulate" },
        validUntil: "2099-12-31",
      });
      await send(officer, "account-book/decide", { book, accept: true, reason: "for the pages" });
      return book!;
    };
    let turn = 0;
    const declare = async (book: string, movement: string, lines: readonly object[], more: object = {}) =>
      (
        await send(trader, "bonded-list/declare", {
          ...{ reference: `FLOWS-L${++turn}`, book, movement, procedure: "5034", transportMode: "2" },
          ...{ declares: false, lines, ...more },
        })
      ).list!;
    const carry = async (book: string, direction: string, list: string) => {
      const { pass } = await send(trader, "gate-pass/request", {
        ...{ reference: `FLOWS-P${++turn}`, book, kind: "papers", direction, vehicle: "HU-A12345" },
        ...{ grossMassKg: "1000", lists: [{ list }] },
      });
      await send(officer, "gate-pass/record-passage", { pass });
    };
    const here = await bookIn("waigaoqiao-bonded-zone");
    const there = await bookIn("waigaoqiao-port");
    await carry(
      here,
      "in",
      await declare(here, "from-abroad", linesOf({ goods: valves }, "90000", "450000.5")),
    );
    await carry(here, "out", await declare(here, "to-abroad", linesOf({ line: 1 }, "20000", "100000")));
    const goods = linesOf({ goods: valves }, "10000", "50000");
    const taken = await declare(there, "from-book", goods, { otherBook: here });
    const given = await declare(here, "to-book", linesOf({ line: 1 }, "10000", "50000"), {
      otherList: taken,
    });
    await carry(here, "out", given);
    await carry(there, "in", taken);
    await declare(here, "to-abroad", linesOf({ line: 1 }, "5000", "25000"));
    const own = { goods: { ...valves, part: "V-200", origin: "CN" } };
    const inland = { procedure: "5000", transportMode: "9", status: "non-bonded" };
    await carry(here, "in", await declare(here, "from-inland", linesOf(own, "40", "120000"), inland));
  };

  it("are empty at first, then show what was posted, for all zones, one zone, and a chapter", async () => {
    const officer = await opened("officer-1", "/flows");
    const { page } = officer;
    await page.getByText("No list was posted in these months").waitFor();
    await page.getByText("Nothing lies in the books").waitFor();
    await lookAt(officer, "en-1440-flows-empty");
    const trader = await opened("trader-2", "/");
    await makeFlows(trader, officer);
    await page.getByRole("link", { name: "Flows and stock" }).click();
    await page.goto("/flows");
    await page.getByRole("row", { name: /Abroad Waigaoqiao Bonded Zone 1 450,000\.5/ }).waitFor();
    await page.getByRole("row", { name: /Waigaoqiao Bonded Zone Waigaoqiao Port .* 1 50,000/ }).waitFor();
    await page.getByText(/570 t came in, 100 t left/).waitFor();
    const picture = page.getByRole("img", { name: /^Flows of goods, All zones/ });
    assert.equal(await picture.locator("path").count(), 4);
    await page
      .getByRole("row", { name: /Waigaoqiao Bonded Zone bonded pcs 55,000 5,000 0 60,000/ })
      .waitFor();
    await page.getByRole("row", { name: /Waigaoqiao Bonded Zone bonded kg 275,000\.5 25,000 0/ }).waitFor();
    await lookAt(officer, "en-1440-flows");
    await page.getByRole("combobox", { name: "Zone" }).fill("Waigaoqiao Port");
    await page.locator(".ant-select-item-option", { hasText: "Waigaoqiao Port" }).first().click();
    await page.waitForURL(/zone=waigaoqiao-port/);
    await page.getByText(/50 t came in, 0 kg left/).waitFor();
    assert.equal(await page.getByRole("row", { name: /Abroad/ }).count(), 0);
    await page.getByLabel("HS chapter").fill("22");
    await page.getByText("No list was posted in these months").waitFor();
    await page.getByLabel("HS chapter").fill("84");
    await page.getByText(/50 t came in/).waitFor();
    await lookAt(officer, "en-1440-flows-zone");
    await page.getByLabel("to", { exact: true }).fill("2020-06");
    await page.getByText("No list was posted in these months").waitFor();
    await trader.close();
    await officer.close();
  });

  it("are a table on a telephone, in Chinese and in the dark too; an enterprise finds no such page", async () => {
    for (const [name, how] of [
      ["zh-390-flows", { language: "zh", width: 390 }],
      ["zh-1440-flows-dark", { language: "zh", dark: true }],
      ["en-390-flows-dark", { width: 390, dark: true }],
    ] as const) {
      const officer = await opened("officer-1", "/flows", how);
      await officer.page.locator("tr", { hasText: "450,000.5" }).waitFor();
      const isWide = !("width" in how);
      assert.equal(await officer.page.locator(".flow-picture").isVisible(), isWide, name);
      await lookAt(officer, name);
      await officer.close();
    }
    const trader = await opened("trader-2", "/flows");
    await trader.page.getByText("There is nothing here that you may see").waitFor();
    assert.equal(await trader.page.getByRole("link", { name: "Flows and stock" }).count(), 0);
    await trader.close();
  });
});
