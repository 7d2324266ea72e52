import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { browserGround, lacksBrowser } from "./browser-test/ground.ts";
import { openWindow, settled, signIn, violationsOn } from "./browser-test/screens.ts";
import { PASSWORD, type Server } from "./browser-test/world.ts";

// The zones of any day, by a browser against a server that was started as a user starts it.

describe("the map of the zones", { skip: lacksBrowser }, () => {
  let server: Server;
  let browser: Browser;

  before(async () => {
    ({ server, browser } = await browserGround());
  });

  it("goes back to the day of a change, and a zone of that day tells what it was, on a telephone in Chinese too", async () => {
    const window = await openWindow(browser, server.url);
    const { page, complaints } = window;
    await signIn(window, "officer-1", PASSWORD);
    await page.goto("/zones?day=2020-09-01");
    await page.getByText(/the district has 10 zones: Comprehensive bonded zone 8/).waitFor();
    await page.getByRole("button", { name: "Change before" }).click();
    await page.waitForURL(/day=2020-08-01/);
    await page.getByRole("slider", { name: "Day of the map" }).press("ArrowLeft");
    await page.waitForURL(/day=2020-07-31/);
    await page.getByText(/Bonded logistics park 1/).waitFor();
    await page.getByRole("link", { name: /Waigaoqiao Bonded Logistics Park/ }).click();
    await page.getByText(/Bonded logistics park since 8 Dec 2003; office 2246/).waitFor();
    await page.getByRole("cell", { name: "its type, 8 Dec 2003 unconfirmed" }).first().waitFor();
    await settled(page);
    assert.deepEqual(complaints, []);
    await window.close();

    const phone = await openWindow(browser, server.url, { language: "zh", width: 390 });
    await signIn(phone, "officer-1", PASSWORD);
    await phone.page.goto("/zones/yangshan");
    await phone.page.getByRole("heading", { name: /洋山特殊综合保税区/ }).waitFor();
    await phone.page.locator("tr", { hasText: /设立账册不需要本区特别规定/ }).waitFor();
    await settled(phone.page);
    assert.deepEqual(await violationsOn(phone.page), []);
    assert.deepEqual(phone.complaints, []);
    await phone.close();
  });
});
