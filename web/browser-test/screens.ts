/** Looking at pages: screenshots into a folder that people look at, and axe on what is shown. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";

const FOLDER = path.resolve(import.meta.dirname, "../../trials/screens");
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export type Language = "en" | "zh";
export type Window = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console said that it should not have. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };

/** A browser window of a person: its width, language, and everything its console complains about. */
export const openWindow = async (
  browser: Browser,
  url: string,
  {
    width = 1440,
    language = "en",
    dark = false,
  }: { width?: number; language?: Language; dark?: boolean } = {},
): Promise<Window> => {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 900 },
    locale: LOCALES[language],
    colorScheme: dark ? "dark" : "light",
    permissions: ["clipboard-read", "clipboard-write"],
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    // A refusal is an answer; the browser itself writes a line for every one of them.
    const refusal = /Failed to load resource.*status of (409|422)/.test(text);
    if ((message.type() === "error" || message.type() === "warning") && !refusal) complaints.push(text);
  });
  return { page, context, complaints, close: () => context.close() };
};

/** Signs in behind the page's back; the walk through the form is a test of its own. */
export const signIn = async ({ page, context }: Window, account: string, password: string): Promise<void> => {
  const response = await context.request.post("/api/v1/session", {
    data: { account, password },
  });
  if (!response.ok()) throw new Error(`${account} cannot sign in: ${response.status()}`);
  const remember = (who: string): void => localStorage.setItem("openftz.signed-in", who);
  if (page.url() !== "about:blank") return page.evaluate(remember, account);
  // The first page is still to come: it finds what an earlier one would have left, once.
  await page.addInitScript((who) => {
    if (sessionStorage.getItem("signed-in-by-test") !== null) return;
    sessionStorage.setItem("signed-in-by-test", who);
    localStorage.setItem("openftz.signed-in", who);
  }, account);
};

/** Waits until nothing is on its way any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator("main :is(h1, .state-title)").first().waitFor();
  await page.locator(".state-loading, .busy-bar, .asking, .older").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
};

/** Goes to an address as a link would, without loading everything again. */
export const follow = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
    scrollTo(0, 0);
  }, address);
  // The old page stands until the new one is drawn.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
};

/** Keeps a picture of the whole page. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage: true, animations: "disabled" });
};

type Found = {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};

/** What axe has against the page, one line each. */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  // The pages' own policy lets no foreign script in, so axe comes through the debugger, once for a document.
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(readFileSync(AXE, "utf8"));
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as {
    violations: readonly Found[];
  };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split("\n")[1] ?? ""}`,
    ),
  );
};

/** Looks at the page as the house asks: nothing against axe, nothing too wide, a picture kept. */
export const lookAt = async (window: Window, name: string): Promise<void> => {
  const { page, complaints } = window;
  await settled(page);
  await keepPicture(page, name);
  assert.deepEqual(await violationsOn(page), [], name);
  assert.ok(
    (await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0,
    `${name} is too wide`,
  );
  assert.deepEqual(complaints, [], name);
};
