import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { browserGround, lacksBrowser } from "./browser-test/ground.ts";
import { keepPicture, lookAt, openWindow, signIn, type Window } from "./browser-test/screens.ts";
import { makeWorld, PASSWORD, type Server, type World } from "./browser-test/world.ts";

// Papers that have a page of their own, and what becomes of a book, by a browser against a server that was started as a user starts it.

describe("papers", { skip: lacksBrowser }, () => {
  let server: Server;
  let browser: Browser;
  let world: World;

  before(async () => {
    ({ server, browser } = await browserGround());
    world = await makeWorld(server.url);
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

  it("a pass tells what is on it and what the gate weighed", async () => {
    const officer = await opened("officer-1", "/passes?state=approved");
    const { page } = officer;
    await page.getByRole("link", { name: world.passWaits }).click();
    await page.getByText("record its passage when it went through the gate").waitFor();
    await page.getByRole("row", { name: /V-100 .* 120 300 pcs QD/ }).waitFor();
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Weighed, kg").fill("1012.5");
    await dialog.getByRole("button", { name: "Record passage" }).click();
    await page.getByText("The vehicle went through the gate.").waitFor();
    await page.getByText("+12.5 (1.3 %)").waitFor();
    await page.getByRole("listitem").filter({ hasText: "Went through the gate officer-1" }).waitFor();
    await lookAt(officer, "en-1440-pass-weighed");
    await page.getByRole("link", { name: world.listApproved }).click();
    await page.getByText("120 of 300 pcs passed, 120 on passes").waitFor();
    await page.getByRole("link", { name: world.passWaits }).waitFor();
    await officer.close();
  });

  it("a slip asks for its pass, which is voided; what went comes back in part", async () => {
    const trader = await opened("trader-2", `/slips/${world.slipWaits}`);
    const { page } = trader;
    const dialog = page.getByRole("dialog");
    await page.getByText("Its goods are laid aside: ask for a gate pass.").waitFor();
    await page.keyboard.press("a");
    await dialog.getByLabel("Vehicle", { exact: true }).fill("HU-D4567");
    await dialog.getByRole("button", { name: "Ask for a pass" }).click();
    await page.getByText("Its goods are on a gate pass: waits for their passage.").waitFor();
    await lookAt(trader, "en-1440-slip-on-pass");
    await page
      .locator(".facts")
      .getByRole("link", { name: /^Z2218E/ })
      .click();
    await page.getByRole("link", { name: world.slipWaits }).waitFor();
    await page.keyboard.press("r");
    await dialog.getByRole("button", { name: "Another vehicle takes the goods." }).click();
    await dialog.getByRole("button", { name: "Void" }).click();
    await page.getByText("Voided: the vehicle did not go.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "Another vehicle takes the goods." }).waitFor();
    await lookAt(trader, "en-1440-pass-voided");
    await page.goto(`/slips/${world.slipGone}`);
    await page.getByText("the batch on its form declares them").waitFor();
    await page.keyboard.press("r");
    await dialog.getByLabel("Quantity, pcs").fill("20");
    await dialog.getByRole("button", { name: "Return" }).click();
    await page.getByRole("row", { name: /V-100 .* 50 20 30 pcs/ }).waitFor();
    await lookAt(trader, "en-1440-slip-returning");
    await page.getByRole("button", { name: "To the batch of its form" }).click();
    await page.getByRole("heading", { name: world.form }).waitFor();
    await page.getByRole("button", { name: "Declare the batch: 1 slip" }).waitFor();
    await trader.close();
  });

  it("an enterprise asks for a change of its book, and is told what keeps it from being closed", async () => {
    const trader = await opened("trader-2", `/books/${world.book}`);
    const { page } = trader;
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Close the book" }).click();
    await dialog.getByText("goods are left on its lines").waitFor();
    assert.equal(await dialog.getByRole("button", { name: "Close the book" }).isDisabled(), true);
    await keepPicture(page, "en-1440-book-close");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Ask for a change" }).click();
    await dialog.getByLabel("Valid until").fill("2020-01-01");
    await dialog.getByRole("combobox", { name: "Line of the book, by part number" }).fill("V-1");
    await page.locator(".line-option").click();
    await dialog.getByLabel("Description").fill("Valves of brass | 铜制阀门");
    await dialog.getByRole("button", { name: "The business goes on." }).click();
    await dialog.getByRole("button", { name: "Ask for a change" }).click();
    await dialog
      .locator(".field.wrong", { hasText: "Valid until" })
      .getByText(/would end before today/)
      .waitFor();
    await dialog.getByLabel("Valid until").fill("2098-12-31");
    await keepPicture(page, "en-1440-book-ask-change");
    await dialog.getByRole("button", { name: "Ask for a change" }).click();
    await page.getByText("A change is asked for and waits for customs").waitFor();
    await page.getByRole("row", { name: /V-100 · Description Valves of steel/ }).waitFor();
    await lookAt(trader, "en-1440-book-change-waits");

    const officer = await opened("officer-1", `/books/${world.book}`);
    await officer.page.getByText("The enterprise asks for a change of the book").waitFor();
    await officer.page.keyboard.press("a");
    await officer.page.getByRole("button", { name: "The papers agree." }).click();
    await officer.page.getByRole("dialog").getByRole("button", { name: "Accept the change" }).click();
    await officer.page.getByText("Change accepted: version 2").waitFor();
    await officer.page.goto(`/book-lines/${world.book}-1`);
    await officer.page.getByRole("button", { name: "Pause" }).click();
    const pause = officer.page.getByRole("dialog");
    await pause.locator(".ant-segmented-item", { hasText: /^out$/ }).click();
    await pause.getByRole("button", { name: "A count is under way." }).click();
    await keepPicture(officer.page, "en-1440-line-pause");
    await pause.getByRole("button", { name: "Pause", exact: true }).click();
    await officer.page.getByText("Paused by customs: nothing new leaves this line.").waitFor();
    await officer.page.getByText("Change accepted: version 2").waitFor();
    await lookAt(officer, "en-1440-line-versions");
    await officer.close();
    await page.reload();
    await page.getByText("Line paused: nothing goes out").waitFor();
    await lookAt(trader, "en-1440-book-story");
    await trader.close();
  });

  it("many lines are pasted into a list, each with its own faults, and nothing is lost", async () => {
    const trader = await opened("trader-2", `/books/${world.book}/declare`);
    const { page } = trader;
    const dialog = page.getByRole("dialog");
    await page.getByRole("radio", { name: /They arrive from abroad/ }).check();
    await page.locator(".ant-segmented-item", { hasText: "Without" }).click();
    await page.getByRole("button", { name: "Paste from a spreadsheet" }).click();
    const news = Array.from({ length: 13 }, (_, index) =>
      `N-${index},8481804090,"Valves, new",DE,pcs,${index === 7 ? "many" : "1,000"},pcs,,kg,25,30`.replace(
        "1,000",
        '"1,000"',
      ),
    );
    await dialog.getByLabel("Rows", { exact: true }).fill(["V-100,,,,,5", ...news].join("\n"));
    await dialog.getByText("14 rows").waitFor();
    await lookAt(trader, "en-1440-declare-paste");
    await dialog.getByRole("button", { name: "Add the lines" }).click();
    await dialog.waitFor({ state: "detached" });
    assert.equal(await page.locator(".folded-line").count(), 14);
    await page
      .locator(".folded-line", { hasText: "N-7" })
      .getByText(/^Quantity /)
      .waitFor();
    assert.equal(
      await page
        .locator(".folded-line", { hasText: "N-6" })
        .getByText(/^Quantity /)
        .count(),
      0,
    );
    await page
      .locator(".folded-line", { hasText: "N-6" })
      .getByText(/^Gross mass|^Value/)
      .first()
      .waitFor();
    await lookAt(trader, "en-1440-declare-pasted");
    await page.setViewportSize({ width: 390, height: 900 });
    await lookAt(trader, "en-390-declare-pasted");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Declare the list" }).click();
    await page.getByRole("button", { name: "Line 9 · Quantity" }).click();
    await page.keyboard.press("Enter");
    assert.equal(await page.getByLabel("Quantity, pcs").inputValue(), "many");
    await page.reload();
    await page.locator(".folded-line").nth(13).waitFor();
    await page.getByRole("button", { name: "Start over" }).click();

    await page.getByRole("radio", { name: /They leave to abroad/ }).check();
    await page.getByRole("combobox", { name: "Line of the book, by part number" }).focus();
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        "Quantity, pcs\tPart\tColour\n400\tV-100\tred\n300\tV-100\tblue\n1\tX-1\t",
      ),
    );
    await page.keyboard.press("Control+V");
    await dialog.getByText("Colour").first().waitFor();
    await keepPicture(page, "en-1440-declare-paste-heading");
    await dialog.getByRole("button", { name: "Add the lines" }).click();
    await page.getByText("640 pcs available · 60 pcs missing").first().waitFor();
    assert.equal(await page.getByLabel("Second legal, kg").first().inputValue(), "400");
    await page
      .locator(".list-line.wrong", { hasText: "X-1" })
      .getByText(/The book has no such line/)
      .waitFor();
    await lookAt(trader, "en-1440-declare-missing");
    await page.getByRole("button", { name: "Remove line 3" }).click();
    await page.getByLabel("Quantity, pcs").last().fill("200");
    await page.getByText("640 pcs available").first().waitFor();
    assert.equal(await page.getByText(/missing/).count(), 0);
    await trader.close();
  });

  it("on a telephone in Chinese, in the dark: a pass, a slip, a form, a book and its line", async () => {
    const window = await opened("trader-2", `/passes/${world.passGone}`, true);
    const { page } = window;
    await page.getByText("车辆已过卡。").waitFor();
    await lookAt(window, "zh-390-pass");
    for (const [address, text, name] of [
      [`/slips/${world.slipGone}`, "货物已进出，尚待集报或返回", "slip"],
      [`/forms/${world.form}`, "分送集报", "form"],
      [`/books/${world.book}`, "变更通过：第 2 版", "book-story"],
      [`/book-lines/${world.book}-1`, "海关已暂停：不受理该项新的出区货物。", "line-versions"],
    ] as const) {
      await page.goto(address);
      await page.getByText(text).first().waitFor();
      await lookAt(window, `zh-390-${name}`);
    }
    await window.close();
  });
});
