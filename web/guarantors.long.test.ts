import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { browserGround, lacksBrowser } from "./browser-test/ground.ts";
import { keepPicture, lookAt, openWindow, signIn, type Window } from "./browser-test/screens.ts";
import { makeFolder, PASSWORD, type Server, signedIn, startServer, wine } from "./browser-test/world.ts";

// What becomes of a tax and of goods that are overdue, by a browser against a server that is started again months later.

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

/** A declaration whose tax a guarantee released, and a form with goods that are out; nobody pays or declares. */
const makeDebts = async (url: string) => {
  const [trader, officer] = await Promise.all(["trader-1", "officer-1"].map((who) => signedIn(url, who)));
  const party = WINE;
  await officer!("guarantee/open", {
    ...{ guarantee: "PAGES-G", party, guarantor: "Sample Bank, Shanghai", limit: "200000.00" },
    ...{ from: "2020-01-01", until: "2039-12-31", businesses: ["declarations", "batches"] },
  });
  let declaration = "";
  // One that was drawn by lot would be held: the next is hardly ever drawn too.
  for (let turn = 1; declaration === ""; turn++) {
    const answer = await trader!("declaration/file", {
      ...{ reference: `DEBT-${turn}`, direction: "import", office: "2218", declarant: party, trader: party },
      ...{ procedure: "0110", transportMode: "2", grossMassKg: "1200", documents: [], goods: [wine] },
      guarantee: "PAGES-G",
    });
    if (answer.lane === "inspect")
      await trader!("declaration/withdraw", {
        declaration: answer.declaration,
        reason: "for the pages",
      }).catch(() => undefined);
    else declaration = String(answer.declaration);
  }
  const { book } = await trader!("account-book/open", {
    ...{ reference: "DEBT-BOOK", zone: "waigaoqiao-bonded-zone", office: "2218", party },
    ...{ mode: "accumulate", validUntil: "2099-12-31" },
  });
  await officer!("account-book/decide", { book, accept: true, reason: "for the pages" });
  const carry = async (reference: string, direction: string, grossMassKg: string, papers: object) => {
    const request = {
      reference,
      book,
      kind: "papers",
      direction,
      vehicle: "HU-A12345",
      grossMassKg,
      ...papers,
    };
    const { pass } = await trader!("gate-pass/request", request);
    await officer!("gate-pass/record-passage", { pass });
  };
  const { list } = await trader!("bonded-list/declare", {
    ...{ reference: "DEBT-IN", book, movement: "from-abroad", procedure: "5034", transportMode: "2" },
    ...{ declares: false, lines: [line({ goods: bottles }, "5000", "500000.00")] },
  });
  await carry("DEBT-PASS", "in", "5000", { lists: [{ list }] });
  const { form } = await trader!("business-form/file", {
    ...{ reference: "DEBT-FORM", book, kind: "batches", direction: "out", validUntil: "2039-12-31" },
    guarantee: "PAGES-G",
  });
  await officer!("business-form/decide", {
    form,
    accept: true,
    reason: "for the pages",
    reserve: "50000.00",
  });
  const { slip } = await trader!("stock-slip/declare", {
    ...{ reference: "DEBT-SLIP", form, lines: [line({ line: 1 }, "500", "50000.00")] },
  });
  await carry("DEBT-PASS-2", "out", "500", { slips: [slip] });
  return { declaration, form: String(form) };
};

describe("guarantors", { skip: lacksBrowser }, () => {
  const folder = makeFolder();
  let server: Server;
  let browser: Browser;
  let debts: Awaited<ReturnType<typeof makeDebts>>;

  before(async () => {
    ({ browser } = await browserGround());
    const first = await startServer({ folder, day: "2026-03-02" });
    debts = await makeDebts(first.url);
    await first.stop();
    server = await startServer({ folder, day: "2026-07-01" });
  });

  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
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

  const propose = async ({ page }: Window): Promise<void> => {
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Overdue, and reminded without effect." }).click();
    await keepPicture(page, "en-1440-guarantor-call");
    await dialog.getByRole("button", { name: "Propose" }).click();
    await dialog.waitFor({ state: "detached" });
  };

  it("an officer proposes to call upon the guarantor for a form and a declaration", async () => {
    const officer = await opened("officer-1", `/forms/${debts.form}`);
    const { page } = officer;
    await page.getByText(/of 50,000\.00 reserved/).waitFor();
    await lookAt(officer, "en-1440-form-overdue");
    await page.getByRole("button", { name: "Call upon the guarantor" }).click();
    await propose(officer);
    await page.goto(`/declarations/${debts.declaration}`);
    await page.getByText("The tax is overdue: call upon the guarantor").waitFor();
    await lookAt(officer, "en-1440-declaration-overdue");
    await page.keyboard.press("a");
    await propose(officer);
    await officer.close();
  });

  it("a second one confirms, and what is called shows", async () => {
    const officer = await opened("officer-2", "/proposals");
    const { page } = officer;
    await page.getByRole("heading", { name: "Call upon a guarantor" }).first().waitFor();
    await page.getByRole("link", { name: debts.form }).waitFor();
    await lookAt(officer, "en-1440-proposals-guarantor");
    for (let left = 2; left > 0; left--) {
      await page.getByRole("button", { name: "Confirm" }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: "Confirm" }).click();
      await dialog.waitFor({ state: "detached" });
      await page.waitForFunction((count) => document.querySelectorAll(".proposal").length < count, left);
    }
    await page.goto("/guarantees");
    await page.getByRole("heading", { name: "Called, and not paid yet" }).waitFor();
    await page.getByRole("link", { name: debts.declaration }).waitFor();
    await page.getByRole("cell", { name: /taxes of declarations, batches/ }).waitFor();
    await lookAt(officer, "en-1440-guarantees-called");
    await officer.close();
  });

  it("what the guarantor paid is recorded, a late charge included", async () => {
    const officer = await opened("officer-1", `/declarations/${debts.declaration}`);
    const { page } = officer;
    await page.getByText("The guarantor was called upon: record what it paid.").waitFor();
    await lookAt(officer, "en-1440-declaration-called");
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog");
    assert.equal(await dialog.getByLabel("Amount, CNY").inputValue(), "86266.66");
    await dialog.getByLabel("The bank's number of the payment").fill("ICBC-7");
    await dialog.getByRole("button", { name: "Record" }).click();
    const owed = await dialog
      .locator(".field.wrong")
      .getByText(/late charge/)
      .textContent();
    await keepPicture(page, "en-1440-guarantor-settle");
    await dialog.getByLabel("Amount, CNY").fill(/(\d+\.\d\d)$/.exec(owed ?? "")?.[1] ?? "");
    await dialog.getByRole("button", { name: "Record" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.goto(`/forms/${debts.form}`);
    await page.getByRole("button", { name: "Record the guarantor's payment" }).click();
    assert.equal(await dialog.getByLabel("Amount, CNY").inputValue(), "50000.00");
    await dialog.getByLabel("The bank's number of the payment").fill("ICBC-8");
    await dialog.getByRole("button", { name: "Record" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Record the guarantor's payment" }).waitFor({ state: "detached" });
    await lookAt(officer, "en-1440-form-paid");
    await page.goto(`/declarations/${debts.declaration}`);
    await page.getByRole("listitem").filter({ hasText: "Tax paid" }).waitFor();
    await page.goto("/guarantees");
    await page.getByText(/^paid 1\d\d,/).waitFor();
    await lookAt(officer, "en-1440-guarantees-paid");
    await officer.close();
  });

  it("on a telephone in Chinese, in the dark", async () => {
    const trader = await opened("trader-1", `/forms/${debts.form}`, true);
    await trader.page.getByText("在外货物应缴税款，元").waitFor();
    await lookAt(trader, "zh-390-form-paid");
    await trader.page.goto("/guarantees");
    await trader.page.getByText("PAGES-G").first().waitFor();
    await lookAt(trader, "zh-390-guarantees");
    await trader.close();
  });
});
