import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { lookAtPages, nameOf } from "./browser-test/every-page.ts";
import { browserGround, lacksBrowser } from "./browser-test/ground.ts";
import { keepPicture, openWindow, settled, signIn, violationsOn } from "./browser-test/screens.ts";
import { makeWorld, PASSWORD, type Server, type World } from "./browser-test/world.ts";

// Everything here is done by a browser against a server that was started as a user starts it.

describe("the pages", { skip: lacksBrowser }, () => {
  let server: Server;
  let browser: Browser;
  let world: World;

  before(async () => {
    ({ server, browser } = await browserGround());
    world = await makeWorld(server.url);
  });

  it("a stranger reads what it is and looks up the tariff, and sees no figure", async () => {
    const window = await openWindow(browser, server.url);
    const { page, complaints } = window;
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: /File once/ }).waitFor();
    assert.equal(await page.locator(".figures").count(), 0);
    await page.getByRole("link", { name: "Look up the tariff without signing in" }).click();
    await page.getByRole("textbox", { name: "Goods or commodity code" }).fill("wine");
    await page.getByRole("link", { name: /2204210000/ }).click();
    await page.getByRole("heading", { name: /2204\.21/ }).waitFor();
    assert.match(page.url(), /\/tariff\?text=wine&code=2204210000/);
    await page.goto("/declarations");
    await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
    assert.deepEqual(complaints, []);
    await window.close();
  });

  it("a trader files: every mistake at once, then right; what was typed survives a reload", async () => {
    const window = await openWindow(browser, server.url);
    const { page, complaints } = window;
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /trader-2/ }).click();
    await page.getByRole("heading", { name: /^Today/ }).waitFor();
    await page.keyboard.press("f");
    await page.getByRole("heading", { name: "File a declaration" }).waitFor();
    await page.getByRole("button", { name: "File", exact: true }).click();
    await page.getByRole("heading", { name: /things are to be put right/ }).waitFor();
    const mistakes = page.getByRole("region", { name: "Mistakes" }).getByRole("listitem");
    assert.ok((await mistakes.count()) >= 8);
    await keepPicture(page, "en-1440-file-mistakes");
    await page.getByRole("combobox", { name: "Consignee or consignor" }).fill("91310000SAMPLECHIP");
    await page.getByRole("combobox", { name: "Customs office" }).fill("2218");
    await page.keyboard.press("Escape");
    await page.getByRole("combobox", { name: "Transport", exact: true }).click();
    await page.getByRole("option", { name: "2 Sea" }).or(page.getByTitle("2 Sea")).last().click();
    await page.getByRole("textbox", { name: "Gross mass, kg" }).fill("1,500");
    await page.getByRole("combobox", { name: "Item 1: Commodity code" }).click();
    const rows =
      "9999999999\tred wine\tFR\t200,000.00\tCNY\t1,200\t1200\n7108120000\tgold\tCH\t560000\tCNY\t1\t1000";
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows);
    await page.keyboard.press("Control+V");
    await page.getByRole("textbox", { name: "Item 2: Customs value" }).waitFor();
    await page.getByText("The tariff of today has no line for this code.").waitFor();
    await page.reload();
    const code = page.getByRole("combobox", { name: "Item 1: Commodity code" });
    assert.equal(await code.inputValue(), "9999999999");
    await code.fill("2204210000");
    await page.keyboard.press("Escape");
    await page.locator(".receipt tfoot").waitFor();
    await page.getByText("Permit for gold and gold products").first().waitFor();
    assert.deepEqual(await violationsOn(page), []);
    await keepPicture(page, "en-1440-file-ready");
    await page.getByRole("button", { name: "File", exact: true }).click();
    await page.getByText(/Accepted\. Your reference was/).waitFor();
    await page.getByText("Give the papers that are asked for:").waitFor();
    await page.keyboard.press("a");
    await page.getByRole("textbox", { name: "Number of the document" }).fill("PBOC-2026-15");
    await page.getByRole("dialog").getByRole("button", { name: "Give a document" }).click();
    await page.getByRole("button", { name: /^Pay / }).click();
    await page.getByRole("textbox", { name: "The bank's number of the payment" }).fill("ICBC-1");
    await page.getByRole("dialog").getByRole("button", { name: /^Pay / }).click();
    await page
      .getByText(/Waits for customs/)
      .first()
      .waitFor();
    assert.deepEqual(complaints, []);
    await window.close();
  });

  it("an officer takes the case from the queue, settles it and releases, by keyboard alone", async () => {
    const window = await openWindow(browser, server.url);
    const { page, complaints } = window;
    await signIn(window, "officer-1", PASSWORD);
    await page.goto("/queue");
    // The lists are asked again every 15 s: what one look missed is there with the next.
    await page.getByRole("row", { name: /Check papers/ }).waitFor({ timeout: 25_000 });
    await page.keyboard.press("j");
    for (let row = 0; row < 20; row++) {
      if (await page.locator("tr:focus-within", { hasText: "Check papers" }).count()) break;
      await page.keyboard.press("j");
    }
    await page.keyboard.press("Enter");
    await page.getByText("The papers are there: check them.").waitFor();
    const number = await page.locator("h1 code").textContent();
    await page.keyboard.press("e");
    await page.keyboard.press("a");
    await page.getByRole("textbox", { name: "What did you find?" }).fill("The permit is genuine.");
    await page.keyboard.press("Control+Enter");
    await page.locator("h1").getByText("Released").waitFor();
    await page.getByText("The permit is genuine.").waitFor();
    await page.keyboard.press("n");
    await page.locator("h1 code", { hasNotText: number ?? "" }).waitFor();
    assert.deepEqual(complaints, []);
    await window.close();
  });

  it("reasons stand beside the result: sentence, article, facts", async () => {
    const window = await openWindow(browser, server.url);
    const { page } = window;
    await signIn(window, "officer-1", PASSWORD);
    await page.goto(`/declarations/${world.inspected}`);
    await page.getByRole("button", { name: /Lane/ }).click();
    await page.getByText("list of discredited enterprises").last().waitFor();
    await page.getByText("Customs Law, article 28").waitFor();
    await page.getByText("credit of the trader").waitFor();
    await page.getByText("Rules that yielded").waitFor();
    assert.deepEqual(await violationsOn(page), []);
    await window.close();
  });

  it("shows a declaration as it was at an entry of the journal", async () => {
    const window = await openWindow(browser, server.url);
    const { page } = window;
    await signIn(window, "trader-2", PASSWORD);
    await page.goto(`/declarations/${world.released}`);
    await page.locator("h1").getByText("Released").waitFor();
    await page
      .getByRole("link", { name: /^As it was at entry/ })
      .last()
      .click();
    await page.getByText(/This is how it stood at entry/).waitFor();
    await page.locator("h1").getByText("Held").waitFor();
    assert.equal(await page.getByRole("button", { name: /^Pay / }).count(), 0);
    await keepPicture(page, "en-1440-as-it-was");
    await window.close();
  });

  it("a session that ended asks to sign in, and nothing that was typed is lost", async () => {
    const window = await openWindow(browser, server.url);
    const { page, context } = window;
    await signIn(window, "trader-2", PASSWORD);
    await page.goto("/declarations/new");
    await page.getByRole("textbox", { name: "Transport document" }).fill("COSU-KEPT");
    await context.clearCookies();
    await page.getByRole("link", { name: "Declarations" }).click();
    await page.getByRole("button", { name: /trader-2/ }).click();
    await page.getByRole("table").waitFor();
    await page.getByRole("link", { name: "File a declaration" }).first().click();
    const kept = page.getByRole("textbox", { name: "Transport document" });
    await kept.waitFor();
    assert.equal(await kept.inputValue(), "COSU-KEPT");
    await window.close();
  });

  it("language and theme change at once and are remembered", async () => {
    const window = await openWindow(browser, server.url);
    const { page } = window;
    await page.goto("/");
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { level: 1, name: /一次申报/ }).waitFor();
    await page.getByRole("button", { name: "深色主题" }).click();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: /一次申报/ }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await window.close();
  });

  it("search finds declarations, companies and codes; the keys are explained", async () => {
    const window = await openWindow(browser, server.url);
    const { page } = window;
    await signIn(window, "officer-1", PASSWORD);
    await page.goto("/");
    await settled(page);
    await page.keyboard.press("/");
    await page.keyboard.type(world.due);
    await page.getByRole("option").first().waitFor();
    await keepPicture(page, "en-1440-search");
    await page.keyboard.press("Enter");
    await page.locator("h1 code", { hasText: world.due }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    assert.deepEqual(await violationsOn(page), []);
    await keepPicture(page, "en-1440-keys");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "search");
    await window.close();
  });

  it("a server that is away is asked again, and nothing that stands on the page is lost", async () => {
    const window = await openWindow(browser, server.url);
    const { page } = window;
    await signIn(window, "trader-2", PASSWORD);
    await page.goto("/declarations");
    await page.getByRole("table").waitFor();
    await page.route("**/api/v1/**", (route) => route.abort());
    await page.getByRole("textbox").last().fill("PAGES");
    await page.getByText("The server cannot be reached").waitFor();
    await keepPicture(page, "en-1440-away");
    await page.unroute("**/api/v1/**");
    await page.getByRole("table").waitFor();
    await window.close();
  });

  describe("pages of every kind", { concurrency: 2 }, () => {
    for (const [share, variant] of [
      ["first of eight", { language: "en", width: 1440, dark: false }],
      ["fifth of eight", { language: "zh", width: 390, dark: true }],
    ] as const)
      it(`the ${share} ${nameOf(variant)}: no complaint, nothing against axe, no sideways scrolling`, () =>
        lookAtPages(browser, server.url, world, variant, share));
  });

  it("an officer accepts an amendment; a second officer confirms a withdrawal", async () => {
    const window = await openWindow(browser, server.url);
    const { page, complaints } = window;
    await signIn(window, "officer-2", PASSWORD);
    await page.goto(`/declarations/${world.amendment}`);
    await page.getByText("F-2026-77").waitFor();
    await page.keyboard.press("r");
    await page.getByRole("dialog").getByRole("button", { name: "Refuse", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("a");
    await page.getByRole("button", { name: "The papers support the change." }).click();
    await keepPicture(page, "en-1440-decide-amendment");
    await page.getByRole("dialog").getByRole("button", { name: "Accept", exact: true }).click();
    await page.getByText("Amended and examined anew").waitFor();
    await page.getByText("claims CL").waitFor();
    await page.goto("/proposals");
    const erase = page.getByRole("region").filter({ hasText: "Erase a party's contact person" });
    assert.equal(await erase.getByRole("button", { name: "Confirm" }).isDisabled(), true);
    const withdraw = page.getByRole("region").filter({ hasText: "Withdraw a released declaration" });
    await withdraw.getByRole("button", { name: "Confirm" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
    await withdraw.waitFor({ state: "detached" });
    await page.goto(`/declarations/${world.released}`);
    await page.locator("h1").getByText("Withdrawn").waitFor();
    assert.deepEqual(complaints, []);
    await window.close();
  });
});
