import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { browserGround, lacksBrowser } from "./browser-test/ground.ts";
import { keepPicture, lookAt, openWindow, signIn, type Window } from "./browser-test/screens.ts";
import { PASSWORD, type Send, type Server, signedIn, wine } from "./browser-test/world.ts";

// Goods that are sold out of a zone, and books of other kinds, by a browser against a server that was started as a user starts it.

const CHIPS = "91310000SAMPLECHIP";
const WINE = "91310000SAMPLEWINE";
const bottles = {
  ...{ part: "W-7", commodity: wine.commodity, description: wine.description, origin: wine.origin },
  ...{ unit: "L", lawfulUnit: "L" },
};

const line = (which: object, litres: string, amount: string) => ({
  ...which,
  ...{ declared: litres, lawful: litres, netMassKg: litres, grossMassKg: litres },
  value: { amount, currency: "CNY" },
});

describe("sales", { skip: lacksBrowser }, () => {
  let server: Server;
  let browser: Browser;
  let buyer: Send;
  const found = { book: "", list: "", declaration: "" };

  before(async () => {
    ({ server, browser } = await browserGround());
    const [holder, officer, other] = await Promise.all(
      ["trader-2", "officer-1", "trader-1"].map((account) => signedIn(server.url, account)),
    );
    buyer = other!;
    const { book } = await holder!("account-book/open", {
      ...{ reference: "SALES-BOOK", zone: "waigaoqiao-bonded-zone", office: "2218", party: CHIPS },
      ...{ mode: "accumulate", validUntil: "2099-12-31" },
    });
    found.book = String(book);
    await officer!("account-book/decide", { book, accept: true, reason: "for the pages" });
    const { list } = await holder!("bonded-list/declare", {
      ...{ reference: "SALES-IN", book, movement: "from-abroad", procedure: "5034", transportMode: "2" },
      ...{ declares: false, lines: [line({ goods: bottles }, "5000", "500000.00")] },
    });
    const { pass } = await holder!("gate-pass/request", {
      ...{ reference: "SALES-PASS", book, kind: "papers", direction: "in", vehicle: "HU-A12345" },
      ...{ grossMassKg: "5000", lists: [{ list }] },
    });
    await officer!("gate-pass/record-passage", { pass });
  });

  const opened = async (account: string, address: string, zh = false): Promise<Window> => {
    const window = await openWindow(
      browser,
      server.url,
      zh ? { language: "zh", width: 390, dark: true } : {},
    );
    await signIn(window, account, PASSWORD);
    await window.page.goto(address);
    return window;
  };

  it("the holder of the book names who declares, and is told what the list waits for", async () => {
    const trader = await opened("trader-2", `/books/${found.book}/declare`);
    const { page } = trader;
    await page.getByRole("radio", { name: /They go inland/ }).check();
    await page.getByText("Nothing leaves, and no gate pass is given, before it is released").waitFor();
    await page.getByRole("combobox", { name: "Line of the book, by part number" }).fill("W-7");
    await page.locator(".line-option").click();
    await page.getByLabel("Quantity, L").fill("1200");
    for (const [label, value] of [
      ["Net mass, kg", "1200"],
      ["Gross mass, kg", "1200"],
      ["Value", "210000.00"],
      ["Currency", "CNY"],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByLabel(/^Enterprise outside that declares/).fill("?");
    await page.keyboard.press("Tab");
    await page.locator(".field.wrong", { hasText: "Enterprise outside" }).waitFor();
    await page.getByLabel(/^Enterprise outside that declares/).fill(WINE.toLowerCase());
    await page.keyboard.press("Tab");
    await lookAt(trader, "en-1440-declare-counterparty");
    await page.getByRole("button", { name: "Declare the list" }).click();
    await page.getByText("Nothing leaves before its declaration is released: name it here.").waitFor();
    found.list = (await page.locator("h1 code").textContent()) ?? "";
    await page.getByText(WINE).waitFor();
    await trader.close();
  });

  it("what it owes is told line by line, with costs that are stated apart", async () => {
    const trader = await opened("trader-2", `/lists/${found.list}`);
    const { page } = trader;
    const sale = page.getByRole("region", { name: "What it owes" });
    await sale.getByText("210,000.00").last().waitFor();
    await sale.getByLabel("Line 1: Storage, apart").fill("8,000");
    await sale.getByLabel("Line 1: Inland costs, apart").fill("2000");
    await sale.getByText("200,000.00").waitFor();
    await sale.getByText("86,266.66").last().waitFor();
    await sale.getByText("unconfirmed").waitFor();
    await page.getByText("Codes of the list").click();
    await page.getByText("related, of the enterprise outside").waitFor();
    await lookAt(trader, "en-1440-list-sale");
    await sale.getByLabel("Line 1: Storage, apart").fill("210000");
    await sale.getByText("nothing would be left").waitFor();
    await keepPicture(page, "en-1440-list-sale-wrong");
    await sale.getByLabel("Line 1: Storage, apart").fill("8oo");
    await sale.locator(".mistake").waitFor();
    await trader.close();
  });

  it("the enterprise outside sees the list, files its declaration, and names it", async () => {
    const window = await opened("trader-1", "/");
    const { page } = window;
    await page.getByRole("link", { name: `List ${found.list} waits for its released declaration` }).waitFor();
    await lookAt(window, "en-1440-outside-today");
    await page.goto("/lists");
    await page.getByRole("row", { name: new RegExp(`${found.list}.* your declaration`) }).waitFor();
    await lookAt(window, "en-1440-outside-lists");
    await page.getByRole("link", { name: found.list }).click();
    await page.getByRole("row", { name: /2204210000 Red wine/ }).waitFor();
    await lookAt(window, "en-1440-outside-list");
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("No released declaration that you see has its goods").waitFor();
    await keepPicture(page, "en-1440-cover-none");
    await dialog.getByRole("link", { name: /drafted from the list/ }).click();
    await page.getByText("Drafted from the list").waitFor();
    await page.locator('input[value="1200"]').first().waitFor();
    await lookAt(window, "en-1440-file-drafted");

    // One that was drawn by lot would be held: the next is hardly ever drawn too.
    for (let turn = 1; found.declaration === ""; turn++) {
      const answer = await buyer("declaration/file", {
        ...{ reference: `SALES-${turn}`, direction: "import", office: "2218", declarant: WINE, trader: WINE },
        ...{ procedure: "0110", transportMode: "9", grossMassKg: "1200", documents: [] },
        goods: [wine],
      });
      if (answer.lane !== "inspect") found.declaration = String(answer.declaration);
    }
    await buyer("declaration/pay", { declaration: found.declaration, amount: "86266.66", receipt: "B-1" });
    await page.goto(`/lists/${found.list}`);
    await page.getByText("Nothing leaves before its declaration is released").waitFor();
    await page.keyboard.press("a");
    await dialog.getByRole("radio", { name: new RegExp(found.declaration) }).waitFor();
    assert.equal(await dialog.getByLabel("Number of its declaration").inputValue(), found.declaration);
    await dialog.getByLabel("Number of its declaration").fill("221820261999999999");
    await dialog.getByRole("button", { name: "Name the declaration" }).click();
    await dialog
      .getByText(/There is no declaration/)
      .first()
      .waitFor();
    await dialog.getByRole("radio", { name: new RegExp(found.declaration) }).check();
    await lookAt(window, "en-1440-cover");
    await dialog.getByRole("button", { name: "Name the declaration" }).click();
    await page.getByText("Waits for the enterprise: its goods are not all on gate passes.").waitFor();
    await lookAt(window, "en-1440-outside-covered");
    await window.close();
  });

  it("a book of another kind is asked for, and offers only what its goods may do", async () => {
    const trader = await opened("trader-2", "/books");
    const { page } = trader;
    await page.getByRole("button", { name: "Ask for a book" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /Repair book/ }).check();
    await dialog.getByText("each thing is known for itself").waitFor();
    await dialog.getByRole("combobox", { name: "Zone" }).fill("Waigaoqiao Bonded Zone");
    await page.locator(".ant-select-item-option", { hasText: "Waigaoqiao Bonded Zone" }).first().waitFor();
    await page.keyboard.press("Enter");
    await lookAt(trader, "en-1440-books-ask-kind");
    await dialog.getByRole("button", { name: "Ask for a book" }).click();
    await page.getByText("Waits for customs: an officer decides on the book.").waitFor();
    await page.locator("h1").getByText("Repair book").waitFor();
    const book = (await page.locator("h1 code").textContent()) ?? "";
    const officer = await signedIn(server.url, "officer-1");
    await officer("account-book/decide", { book, accept: true, reason: "for the pages" });
    await page.goto(`/books/${book}/declare`);
    await page.getByText("Repair book: only the ways that its goods may go are shown.").waitFor();
    await lookAt(trader, "en-1440-declare-kind");
    await page.goto(`/books/${book}`);
    await page.getByRole("button", { name: "Ask for a form" }).click();
    await dialog.getByRole("combobox", { name: "What for" }).click();
    assert.deepEqual(await page.locator(".ant-select-item-option").allTextContents(), ["testing"]);
    await page.goto("/books");
    await page.getByRole("row", { name: /Repair book/ }).waitFor();
    await lookAt(trader, "en-1440-books-kinds");
    await trader.close();
  });

  it("on a telephone in Chinese, in the dark", async () => {
    const holder = await opened("trader-2", `/lists/${found.list}`, true);
    await holder.page.getByText("应缴税款试算").waitFor();
    await holder.page.getByText("海关总署令第 211 号").waitFor();
    await holder.page.getByText("清单代码").click();
    await holder.page.getByText("关联报关").waitFor();
    await lookAt(holder, "zh-390-list-sale");
    await holder.page.goto("/books");
    await holder.page.getByRole("button", { name: "申请备案账册" }).click();
    await holder.page.getByRole("radio", { name: /保税维修账册/ }).check();
    await lookAt(holder, "zh-390-books-ask-kind");
    await holder.close();
    const outside = await opened("trader-1", "/lists", true);
    await outside.page.getByText(found.list).waitFor();
    await lookAt(outside, "zh-390-outside-lists");
    await outside.page.goto(`/lists/${found.list}`);
    await outside.page.getByText("应缴税款试算").waitFor();
    await lookAt(outside, "zh-390-outside-list");
    await outside.close();
  });
});
