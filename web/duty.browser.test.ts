import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { browserGround, lacksBrowser } from "./browser-test/ground.ts";
import { keepPicture, openWindow, settled, violationsOn } from "./browser-test/screens.ts";
import type { Server } from "./browser-test/world.ts";

// Asking what is owed, by a browser against a server that was started as a user starts it; nobody signs in.

const DAY = "2026-11-24";
const total = async (page: Page): Promise<string | null> =>
  page.locator(".duty-receipt tfoot td").textContent();
const totalIs = (page: Page, amount: string) =>
  page.locator(".duty-receipt tfoot td", { hasText: amount }).waitFor();

describe("the duty page", { skip: lacksBrowser }, () => {
  let server: Server;
  let browser: Browser;

  before(async () => {
    ({ server, browser } = await browserGround());
  });

  it("a stranger types words with a slip, picks by keyboard, and sees the receipt; the link brings a colleague the same, in Chinese", async () => {
    const { page, complaints, close } = await openWindow(browser, server.url);
    await page.goto("/");
    await page.getByRole("link", { name: "Ask what is owed, without signing in" }).click();
    const goods = page.getByRole("combobox", { name: "Goods, in words or by code" });
    await goods.pressSequentially("wnie");
    await page.locator(".commodity-option", { hasText: "2204210000" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    assert.match(await goods.inputValue(), /^22\d{8}$/);
    await goods.fill("2204210000");
    await page.getByText("wine, containers up to 2 L").first().waitFor();
    await page.getByLabel("On the day").fill(DAY);
    await page.getByRole("combobox", { name: "Country of origin" }).fill("Chile");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Customs value (CIF)" }).fill("200,000");
    await page.getByRole("textbox", { name: "Quantity, L" }).fill("1200");
    await totalIs(page, "86,266.66");
    await page.getByText("would save 35,155.55 CNY").waitFor();
    await settled(page);
    assert.deepEqual(await violationsOn(page), []);
    await page.getByRole("button", { name: "Claim CL" }).click();
    await totalIs(page, "51,111.11");
    await page.getByText(/saves 35,155\.55 CNY/).waitFor();
    await page.getByRole("button", { name: "Copy the link" }).click();
    await page.getByText("The link is copied").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(
      new URL(link).search,
      `?commodity=2204210000&origin=CL&value=200000&claim=CL&quantity.L=1200&date=${DAY}`,
    );
    assert.deepEqual(complaints, []);
    await close();

    const colleague = await openWindow(browser, server.url, { language: "zh", width: 390 });
    await colleague.page.goto(link);
    await totalIs(colleague.page, "51,111.11");
    await colleague.page.getByText(/凭智利原产地证书（中国—智利）节省了 35,155\.55 元/).waitFor();
    const reasons = await colleague.page.locator(".why li").allTextContents();
    assert.ok(reasons.length >= 5);
    for (const reason of reasons) assert.match(reason, /\p{Script=Han}.*。$/u, "every reason is in Chinese");
    await settled(colleague.page);
    assert.deepEqual(await violationsOn(colleague.page), []);
    assert.deepEqual(colleague.complaints, []);
    await colleague.close();
  });

  it("an answer to an older keystroke never stands in place of a newer one", async () => {
    const { page, close } = await openWindow(browser, server.url);
    let held: (() => void) | undefined;
    await page.route("**/api/v1/duty/assess", async (route) => {
      if (route.request().postData()?.includes('"amount":"111"'))
        await new Promise<void>((release) => {
          held = release;
        });
      await route.continue().catch(() => undefined);
    });
    await page.goto(`/duty?commodity=2204210000&origin=FR&value=111&date=${DAY}`);
    while (!held) await page.waitForTimeout(20);
    await page.getByRole("textbox", { name: "Customs value (CIF)" }).fill("200000");
    await totalIs(page, "86,266.66");
    held();
    await page.waitForTimeout(300);
    assert.equal(await total(page), "86,266.66");
    await close();
  });

  it("what is wrong is told at its field, nothing typed is lost, and a field in the folded part opens it", async () => {
    const { page, complaints, close } = await openWindow(browser, server.url);
    await page.goto(`/duty?commodity=2204210000&origin=CL&value=12x&claim=AU&date=${DAY}`);
    const value = page.getByRole("textbox", { name: "Customs value (CIF)" });
    await page.getByRole("button", { name: /This is no number/ }).click();
    assert.equal(await value.evaluate((field) => field === document.activeElement), true);
    assert.equal(await value.getAttribute("aria-invalid"), "true");
    await page.reload();
    await settled(page);
    assert.equal(await value.inputValue(), "12x");
    await value.fill("12");
    await page
      .locator(".field", { hasText: "Preference claimed" })
      .getByText(/cannot be claimed/)
      .waitFor();
    await page.goto(`/duty?commodity=2203000000&origin=DE&value=1000&quantity.kg=900&date=${DAY}`);
    const own = page.getByRole("textbox", { name: "Own consumption tax rate" });
    await own.waitFor();
    await own.fill("250 CNY/t");
    await page.locator(".duty-receipt").waitFor();
    await keepPicture(page, "en-1440-duty-own-rate");
    assert.deepEqual(complaints, []);
    await close();
  });
});
