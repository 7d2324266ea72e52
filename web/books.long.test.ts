import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { browserGround, lacksBrowser } from "./browser-test/ground.ts";
import { keepPicture, lookAt, openWindow, signIn, type Window } from "./browser-test/screens.ts";
import { PASSWORD, type Server } from "./browser-test/world.ts";

// A book from asking for it to its first refusal, by a browser against a server that was started as a user starts it.

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole("combobox", { name: label }).fill(option);
  await page.locator(".ant-select-item-option", { hasText: option }).first().waitFor();
  await page.keyboard.press("Enter");
};

const fillLine = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
};

/** On the page of a list: a pass for a part of its first line, with the mass that is proposed for it. */
const askPass = async ({ page }: Window, quantity: string, mass: string): Promise<void> => {
  await page.getByRole("button", { name: /^Ask for a pass/ }).waitFor();
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog");
  await dialog.locator(".ant-segmented-item", { hasText: "A part" }).click();
  await dialog.getByLabel(/^V-100, pcs/).fill(quantity);
  assert.equal(await dialog.getByLabel("Goods, gross, kg").inputValue(), mass.replace(",", ""));
  await dialog.getByLabel("Vehicle", { exact: true }).fill("hu-a12345");
  await keepPicture(page, "en-1440-pass-ask");
  await dialog.getByRole("button", { name: "Ask for a pass" }).click();
  await dialog.waitFor({ state: "detached" });
};

const numberOn = async (page: Page): Promise<string> => (await page.locator("h1 code").textContent()) ?? "";

describe("books and lists", { skip: lacksBrowser }, () => {
  let server: Server;
  let browser: Browser;
  const found: { book: string; inward: string } = { book: "", inward: "" };

  before(async () => {
    ({ server, browser } = await browserGround());
  });

  const opened = async (account: string, address: string, zh = false): Promise<Window> => {
    const window = await openWindow(browser, server.url, zh ? { language: "zh", width: 390 } : {});
    await signIn(window, account, PASSWORD);
    await window.page.goto(address);
    return window;
  };

  it("an enterprise asks for a book, and the officer takes it into force", async () => {
    const trader = await opened("trader-1", "/books");
    const { page } = trader;
    await page.getByText("No books yet").waitFor();
    await lookAt(trader, "en-1440-books-none");
    await page.getByRole("button", { name: "Ask for a book" }).click();
    const dialog = page.getByRole("dialog");
    await choose(page, "Zone", "Waigaoqiao Bonded Zone");
    assert.equal(await dialog.getByLabel("Customs office").inputValue(), "2218");
    await dialog.getByLabel("Valid until").fill("2020-01-01");
    await dialog.getByRole("button", { name: "Ask for a book" }).click();
    await dialog
      .locator(".field.wrong", { hasText: "Valid until" })
      .getByText(/would end before today/)
      .waitFor();
    await keepPicture(page, "en-1440-books-ask");
    await dialog.getByLabel("Valid until").fill("2099-12-31");
    await dialog.getByRole("button", { name: "Ask for a book" }).click();
    await page.getByText("Waits for customs: an officer decides on the book.").waitFor();
    found.book = await numberOn(page);
    await lookAt(trader, "en-1440-book-declared");
    await trader.close();

    const officer = await opened("officer-1", "/");
    await officer.page.getByRole("link", { name: /books? waits? to be decided/ }).waitFor();
    await officer.page.getByRole("link", { name: "Books and stock" }).click();
    await officer.page.getByRole("link", { name: found.book }).click();
    await officer.page.getByText(/An enterprise asks for this book/).waitFor();
    await officer.page.keyboard.press("a");
    await officer.page.getByRole("button", { name: "The enterprise and its place were verified." }).click();
    await officer.page.getByRole("dialog").getByRole("button", { name: "Take into force" }).click();
    await officer.page.locator("h1").getByText("In force").waitFor();
    await officer.page.getByText("Nothing has entered the book yet").waitFor();
    await officer.close();
  });

  it("the enterprise declares new goods from abroad, told why no declaration or one; passed, it is posted", async () => {
    const trader = await opened("trader-1", `/books/${found.book}`);
    const { page } = trader;
    await page.getByText("In force: goods move in and out with verification lists.").waitFor();
    await page.keyboard.press("a");
    await page.getByRole("heading", { name: "Declare a list" }).waitFor();
    await page.getByRole("button", { name: "Declare the list" }).click();
    await page.getByRole("heading", { name: "One thing is to be put right" }).waitFor();
    await page.getByRole("radio", { name: /They come from inland/ }).check();
    await page.getByText(/bonded goods cross between the zone and the rest of China only with one/).waitFor();
    await page.getByText("9 Other").waitFor();
    await page.getByRole("radio", { name: /They arrive from abroad/ }).check();
    assert.equal(await page.getByRole("radio", { name: /non-bonded/ }).isDisabled(), true);
    await page.getByText(/A declaration is proposed/).waitFor();
    await page.locator(".ant-segmented-item", { hasText: "Without" }).click();
    await page.getByRole("button", { name: "New goods" }).click();
    await page.getByRole("combobox", { name: "Line 1: Commodity code" }).fill("8481804090");
    await page
      .locator(".commodity-option", { hasText: "8481804090" })
      .first()
      .click()
      .catch(() => undefined);
    await fillLine(page, {
      Part: "V-100",
      Description: "Valves of steel | 钢制阀门",
      Origin: "DE",
      Unit: "pcs",
      "First legal unit": "pcs",
      "Second legal unit": "kg",
    });
    await fillLine(page, {
      "Quantity, pcs": "1,000",
      "Second legal, kg": "2500",
      Value: "80000.00",
    });
    assert.equal(await page.getByLabel("First legal, pcs").inputValue(), "1000");
    assert.equal(await page.getByLabel("Gross mass, kg").inputValue(), "2500");
    await fillLine(page, { "Net mass, kg": "2600" });
    await page.reload();
    assert.equal(await page.getByLabel("Net mass, kg").inputValue(), "2600", "a draft is kept");
    await fillLine(page, { "Gross mass, kg": "2500" });
    await page.getByRole("button", { name: "Declare the list" }).click();
    await page
      .locator(".field.wrong", { hasText: "Net mass" })
      .getByText(/more than the gross mass of 2500 kg/)
      .waitFor();
    await lookAt(trader, "en-1440-declare-wrong");
    await fillLine(page, { "Net mass, kg": "2500", "Gross mass, kg": "2700" });
    await page.getByRole("button", { name: "Declare the list" }).click();
    await page.getByText(/Approved\. Your reference was/).waitFor();
    await page.getByText("Its goods are not all on gate passes: ask for a pass.").waitFor();
    found.inward = await numberOn(page);
    await lookAt(trader, "en-1440-list-approved");
    await askPass(trader, "400", "1,080");
    await page.getByText("0 of 1,000 pcs passed, 400 on passes").waitFor();
    await askPass(trader, "600", "1,620");
    await page.getByText("All its goods are on passes").waitFor();
    await page.goto("/");
    await page.getByRole("link", { name: "1 list is not posted yet" }).waitFor();
    await trader.close();

    const officer = await opened("officer-1", "/");
    await officer.page.getByRole("link", { name: "2 gate passes wait for their passage" }).click();
    await lookAt(officer, "en-1440-passes-officer");
    await officer.page.getByRole("row", { name: /1,080/ }).getByRole("button", { name: "Record" }).click();
    const dialog = officer.page.getByRole("dialog");
    await dialog.getByLabel("Weighed, kg").fill("1082.5");
    await keepPicture(officer.page, "en-1440-pass-record");
    await dialog.getByRole("button", { name: "Record passage" }).click();
    await officer.page.goto(`/lists/${found.inward}`);
    await officer.page.getByText("400 of 1,000 pcs passed, 1,000 on passes").waitFor();
    await officer.page.getByRole("row", { name: /1,082\.5/ }).waitFor();
    await lookAt(officer, "en-1440-list-under-way");
    await officer.page.keyboard.press("a");
    await dialog.getByRole("button", { name: "Record passage" }).click();
    await officer.page.locator("h1").getByText("Posted").waitFor();
    await officer.page.goto(`/books/${found.book}`);
    await officer.page.getByRole("row", { name: /V-100 .*bonded.*1,000/ }).waitFor();
    await officer.close();
  });

  it("too much is refused at its line, with what is missing; the story tells every move", async () => {
    const trader = await opened("trader-1", `/books/${found.book}/declare`);
    const { page } = trader;
    await page.getByRole("radio", { name: /They leave to abroad/ }).check();
    await page.locator(".ant-segmented-item", { hasText: "Without" }).click();
    const pick = async () => {
      await page.getByRole("combobox", { name: "Line of the book, by part number" }).fill("V-1");
      await page.locator(".line-option", { hasText: "1,000 pcs available" }).click();
    };
    await pick();
    await fillLine(page, { "Quantity, pcs": "1200", "Second legal, kg": "3000", Value: "96000" });
    await page.getByRole("button", { name: "Declare the list" }).click();
    await page
      .locator(".list-line.wrong", { hasText: "V-100" })
      .getByText(/200 pcs \(declared unit\) are missing: 1000 free, 1200 asked/)
      .waitFor();
    await lookAt(trader, "en-1440-declare-too-much");
    await fillLine(page, { "Quantity, pcs": "300", "Second legal, kg": "750" });
    await page.getByRole("button", { name: "Declare the list" }).click();
    await page.getByText("Its goods are not all on gate passes: ask for a pass.").waitFor();
    await page.getByRole("link", { name: "V-100" }).click();
    await page.getByRole("heading", { name: /V-100/ }).waitFor();
    await page.getByText("3 moves; the last one").waitFor();
    for (const move of [
      /Announced abroad → coming/,
      /Arrived coming → available/,
      /Reserved available → reserved/,
    ])
      await page.getByRole("row", { name: move }).waitFor();
    await page.getByText("Reserved by").waitFor();
    await lookAt(trader, "en-1440-book-line");
    await page.goto(`/books/${found.book}?part=V`);
    await page.getByRole("row", { name: /V-100.*700 300 pcs/ }).waitFor();
    await lookAt(trader, "en-1440-book");
    await trader.close();
  });

  it("two officers adjust a line after a count", async () => {
    const one = await opened("officer-1", `/book-lines/${found.book}-1`);
    await one.page.getByRole("button", { name: "Adjust after a count" }).click();
    const dialog = one.page.getByRole("dialog");
    await dialog.getByLabel("Difference, pcs").first().fill("2");
    await dialog.getByLabel("Difference, pcs").last().fill("2");
    await dialog.getByLabel("Difference, kg").fill("5");
    await dialog.getByRole("button", { name: "Difference of the yearly count." }).click();
    await keepPicture(one.page, "en-1440-line-adjust");
    await dialog.getByRole("button", { name: "Propose" }).click();
    await one.page.getByText("Proposed; a second officer has to confirm.").waitFor();
    await one.close();
    const other = await opened("officer-2", "/proposals");
    const proposal = other.page.getByRole("region").filter({ hasText: "Adjust a line after a count" });
    await proposal.getByRole("link", { name: `${found.book}-1` }).waitFor();
    await lookAt(other, "en-1440-proposals-books");
    await proposal.getByRole("button", { name: "Confirm" }).click();
    await other.page.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
    await proposal.waitFor({ state: "detached" });
    await other.page.goto(`/book-lines/${found.book}-1`);
    await other.page.getByRole("row", { name: /Missing in a count available → written off/ }).waitFor();
    await other.page.goto("/differences");
    await other.page.getByRole("row", { name: new RegExp(`${found.book}-1 less 2 bonded`) }).waitFor();
    await lookAt(other, "en-1440-differences");
    await other.close();
  });

  it("on a telephone in Chinese: stock, story, lists, and what is missing", async () => {
    const phone = await opened("trader-1", "/books", true);
    const { page } = phone;
    await page.getByRole("link", { name: found.book }).waitFor();
    await lookAt(phone, "zh-390-books");
    await page.getByRole("link", { name: found.book }).click();
    await page.locator("tr", { hasText: "V-100" }).getByText("698").waitFor();
    await lookAt(phone, "zh-390-book");
    await page.getByRole("link", { name: "V-100" }).first().click();
    await page.locator("tr", { hasText: "核减" }).waitFor();
    await lookAt(phone, "zh-390-book-line");
    await page.goto("/lists");
    await page.getByRole("link", { name: found.inward }).waitFor();
    await lookAt(phone, "zh-390-lists");
    await page.getByRole("link", { name: found.inward }).click();
    await page.getByText("已核扣：账册已记入清单的变动。").waitFor();
    await lookAt(phone, "zh-390-list");
    await page.goto(`/books/${found.book}/declare`);
    await page.getByRole("radio", { name: /运往境内区外/ }).check();
    await page.getByText(/需要报关：保税货物/).waitFor();
    await page.getByRole("combobox", { name: "按料号选择账册表体" }).fill("V");
    await page.locator(".line-option", { hasText: "可用 698" }).click();
    await fillLine(page, { "申报数量（pcs）": "800", "第二法定数量（千克）": "2000", 金额: "1" });
    await page.getByRole("button", { name: "申报清单" }).click();
    await page
      .locator(".list-line.wrong")
      .getByText(/缺 102 pcs（申报单位）：可用 698，申报 800/)
      .waitFor();
    await lookAt(phone, "zh-390-declare-too-much");
    await phone.close();
  });

  it("goods go on slips under a form, some return, and one click declares the batch", async () => {
    const trader = await opened("trader-1", `/books/${found.book}`);
    const { page } = trader;
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Ask for a form" }).click();
    await dialog.getByLabel("Valid until").fill("2020-01-01");
    await dialog.getByRole("button", { name: "Ask for a form" }).click();
    await dialog
      .locator(".field.wrong", { hasText: "Valid until" })
      .getByText(/would end before today/)
      .waitFor();
    await dialog.getByLabel("Valid until").fill("2099-12-31");
    await choose(page, "General guarantee", "SAMPLE");
    await keepPicture(page, "en-1440-form-ask");
    await dialog.getByRole("button", { name: "Ask for a form" }).click();
    const card = page.locator(".form-card");
    await card.getByText("To be decided").waitFor();

    const officer = await opened("officer-1", `/books/${found.book}`);
    await officer.page.getByRole("button", { name: "Decide" }).click();
    const decision = officer.page.getByRole("dialog");
    await decision.getByLabel("Reserve of its guarantee").fill("999999999");
    await decision.getByRole("button", { name: "The guarantee covers a month of slips." }).click();
    await decision.getByRole("button", { name: "Take into force" }).click();
    await decision
      .locator(".field.wrong")
      .getByText(/has less than 999999999 CNY free/)
      .waitFor();
    await decision.getByLabel("Reserve of its guarantee").fill("0");
    await decision.getByRole("button", { name: "Take into force" }).click();
    await decision.waitFor({ state: "detached" });

    const go = async (pieces: string) => {
      await page.getByRole("button", { name: "Declare a slip" }).click();
      await dialog.getByRole("combobox", { name: "Line of the book, by part number" }).fill("V-1");
      await page.locator(".line-option").click();
      await dialog.getByLabel("Quantity, pcs").fill(pieces);
      await keepPicture(page, "en-1440-slip");
      await dialog.getByRole("button", { name: "Declare a slip" }).click();
      await dialog.waitFor({ state: "detached" });
    };
    const passGate = async () => {
      await card.getByRole("button", { name: "Ask for a pass" }).first().click();
      await dialog.getByLabel("Vehicle", { exact: true }).fill("HU-B2345");
      await dialog.getByRole("button", { name: "Ask for a pass" }).click();
      await dialog.waitFor({ state: "detached" });
      await officer.page.goto("/passes?state=approved");
      await officer.page.getByRole("button", { name: "Record passage" }).click();
      await decision.getByRole("button", { name: "Record passage" }).click();
      await decision.waitFor({ state: "detached" });
      await page.reload();
    };
    await page.reload();
    await go("40");
    await passGate();
    await go("20.5");
    await passGate();
    await card.getByRole("button", { name: "Return", exact: true }).last().click();
    await dialog.getByLabel("Quantity, pcs").fill("10");
    assert.equal(await dialog.getByLabel("Second legal, kg").inputValue(), "25");
    await keepPicture(page, "en-1440-slip-return");
    await dialog.getByRole("button", { name: "Return" }).click();
    await dialog.waitFor({ state: "detached" });
    await passGate();
    await lookAt(trader, "en-1440-book-forms");
    await card.getByRole("button", { name: "Declare the batch: 3 slips" }).click();
    await dialog.getByRole("row", { name: /V-100 .* 50\.5 pcs/ }).waitFor();
    await keepPicture(page, "en-1440-batch");
    await dialog.getByRole("button", { name: "Declare the list" }).click();
    await page.getByText(/It waits for its released declaration only/).waitFor();
    await lookAt(trader, "en-1440-list-batch");
    await trader.close();
    await officer.close();

    const phone = await opened("trader-1", `/books/${found.book}`, true);
    await phone.page.getByText("已集报").first().waitFor();
    await lookAt(phone, "zh-390-book-forms");
    await phone.page.goto("/passes");
    await phone.page.getByText("HU-B2345").first().waitFor();
    await lookAt(phone, "zh-390-passes");
    await phone.close();
  });

  it("the wizard asks for the other side of a transfer, and goods that entered first bring their pass along", async () => {
    const trader = await opened("trader-1", `/books/${found.book}`);
    const { page } = trader;
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Pass without papers" }).click();
    await dialog.getByLabel("Vehicle", { exact: true }).fill("HU-C3456");
    await dialog.getByLabel("Goods, gross, kg").fill("500");
    await dialog.getByRole("button", { name: "Ask for a pass" }).click();
    await dialog
      .locator(".field.wrong", { hasText: "Manifest" })
      .getByText("Without a paper the pass itself says it.")
      .waitFor();
    await dialog.getByLabel("Manifest or bill of lading").fill("COSU620123");
    await dialog.getByLabel("What is on the vehicle").fill("valves of steel");
    await keepPicture(page, "en-1440-pass-plain");
    await dialog.getByRole("button", { name: "Ask for a pass" }).click();
    await dialog.waitFor({ state: "detached" });

    const officer = await opened("officer-1", "/passes?state=approved");
    const enters = officer.page.getByRole("row", { name: /HU-C3456/ });
    await enters.getByRole("button", { name: "Record passage" }).click();
    await officer.page.getByRole("dialog").getByRole("button", { name: "Record passage" }).click();
    await enters.waitFor({ state: "detached" });
    await officer.close();

    await page.goto("/");
    await page
      .getByRole("link", { name: /slips? under SD|Goods that entered first on Z/ })
      .first()
      .waitFor();
    await lookAt(trader, "en-1440-today-papers");
    await page.getByRole("link", { name: /Goods that entered first on Z/ }).click();
    await page.getByLabel("Pass of goods that entered first").waitFor();
    assert.equal(await page.getByRole("radio", { name: /They arrive from abroad/ }).isChecked(), true);
    await lookAt(trader, "en-1440-declare-entered");
    await page.getByRole("radio", { name: /They stay and are released/ }).check();
    await page.getByText(/released goods are imported/).waitFor();
    await page.getByRole("radio", { name: /They come from another book/ }).check();
    await page.getByText(/the goods change books and stay under supervision/).waitFor();
    await page.getByLabel("Book that the goods come from").fill("T2218");
    await page.getByRole("button", { name: "Declare the list" }).click();
    await page
      .locator(".field.wrong", { hasText: "Book that the goods come from" })
      .getByText(/12 characters/)
      .waitFor();
    await lookAt(trader, "en-1440-declare-transfer");
    await trader.close();
  });
});
