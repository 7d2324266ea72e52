/** Looks at every page in every state: the picture is kept, the console is quiet, axe finds nothing, nothing is too wide. */
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { follow, keepPicture, type Language, openWindow, settled, signIn, violationsOn } from "./screens.ts";
import { PASSWORD, type World } from "./world.ts";

/** One way to look: language, width in pixels, light or dark. */
export type Variant = { readonly language: Language; readonly width: number; readonly dark: boolean };

/** A variant in words. */
export const nameOf = ({ language, width, dark }: Variant): string =>
  `in ${language} at ${width}${dark ? ", dark" : ""}`;

const WINE = "commodity=2204210000&origin=CL&date=2026-11-24";

const screensOf = (
  world: World,
): readonly (readonly [account: string | undefined, name: string, address: string])[] => [
  [undefined, "stranger", "/"],
  [undefined, "sign-in", "/sign-in"],
  [undefined, "tariff-empty", "/tariff"],
  [undefined, "tariff", "/tariff?text=22&code=2204210000"],
  [undefined, "duty-empty", "/duty"],
  [undefined, "duty", `/duty?${WINE}&value=200000&quantity.L=1200`],
  [undefined, "duty-claimed", `/duty?${WINE}&value=30000&currency=USD&claim=CL`],
  [undefined, "duty-wrong", `/duty?${WINE}&value=2000x&claim=AU&quota=in`],
  [undefined, "duty-under", "/duty?commodity=0207&date=2026-11-24"],
  [undefined, "duty-no-code", "/duty?commodity=98989898&value=1&date=2026-11-24"],
  ["trader-2", "today", "/"],
  ["trader-2", "declarations", "/declarations"],
  ["trader-2", "declarations-none", "/declarations?text=nothing-like-this"],
  ["trader-2", "due", `/declarations/${world.due}`],
  ["trader-2", "papers", `/declarations/${world.papers}`],
  ["trader-2", "amendment", `/declarations/${world.amendment}`],
  ["trader-2", "withdrawn", `/declarations/${world.withdrawn}`],
  ["trader-2", "amend", `/declarations/${world.due}/amend`],
  ["broker-1", "file", "/declarations/new"],
  ["broker-1", "file-like", `/declarations/new?like=${world.guaranteed}`],
  ["broker-1", "guaranteed", `/declarations/${world.guaranteed}`],
  ["broker-1", "closed", `/declarations/${world.closed}`],
  ["broker-1", "guarantees", "/guarantees"],
  ["officer-1", "officer-today", "/"],
  ["officer-1", "queue", "/queue"],
  ["officer-1", "officer-inspect", `/declarations/${world.inspected}?from=queue`],
  ["officer-1", "officer-amendment", `/declarations/${world.amendment}?from=queue`],
  ["officer-1", "not-here", "/declarations/221820261999999999"],
  ["officer-2", "proposals", "/proposals"],
  ["officer-2", "differences", "/differences"],
  ["officer-2", "flows", "/flows"],
  ["officer-2", "flows-none", "/flows?from=2001-01&until=2001-02"],
  ["officer-2", "zones", "/zones"],
  ["officer-2", "zones-2005", "/zones?day=2005-07-01"],
  ["officer-2", "zones-none", "/zones?day=1989-01-01"],
  ["officer-2", "zone", "/zones/yangshan"],
  ["officer-2", "zone-before", "/zones/waigaoqiao-port?day=2010-01-01"],
  ["admin-1", "admin-today", "/"],
  ["admin-1", "parties", "/parties"],
  ["trader-2", "books", "/books"],
  ["trader-2", "book", `/books/${world.book}`],
  ["trader-2", "book-line", `/book-lines/${world.book}-1`],
  ["trader-2", "lists", "/lists"],
  ["trader-2", "list", `/lists/${world.listApproved}`],
  ["trader-2", "passes", "/passes"],
  ["trader-2", "pass", `/passes/${world.passGone}`],
  ["trader-2", "slip", `/slips/${world.slipGone}`],
  ["trader-2", "slip-waits", `/slips/${world.slipWaits}`],
  ["trader-2", "form", `/forms/${world.form}`],
  ["trader-2", "declare", `/books/${world.book}/declare`],
  ["trader-2", "book-asked", `/books/${world.bookAsked}`],
  ["officer-1", "officer-books", "/books"],
  ["officer-1", "officer-book", `/books/${world.bookAsked}`],
  ["officer-1", "officer-lists", "/lists?state=approved"],
  ["officer-1", "officer-passes", "/passes?state=approved"],
  ["officer-1", "officer-pass", `/passes/${world.passWaits}`],
  ["officer-1", "officer-list-on-way", `/lists/${world.listApproved}`],
  ["officer-1", "officer-list", `/lists/${world.listPosted}`],
  ["officer-1", "officer-book-line", `/book-lines/${world.book}-1`],
];

/** Which of the pages: all, or every eighth, beginning with the first or the fifth. */
export type Share = "all" | "first of eight" | "fifth of eight";

const isIn = (share: Share, index: number): boolean =>
  share === "all" || index % 8 === (share === "first of eight" ? 0 : 4);

/** Looks at the pages in one variant; throws with every complaint at once. */
export const lookAtPages = async (
  browser: Browser,
  url: string,
  world: World,
  { language, width, dark }: Variant,
  share: Share = "all",
): Promise<void> => {
  const window = await openWindow(browser, url, { width, language, dark });
  const { page, complaints } = window;
  let who: string | undefined;
  const wrong: string[] = [];
  for (const [account, name, address] of screensOf(world).filter((_, index) => isIn(share, index))) {
    if (account !== who && account !== undefined) await signIn(window, account, PASSWORD);
    if (account !== who || page.url() === "about:blank") await page.goto(address);
    else await follow(page, address);
    who = account;
    await settled(page);
    await keepPicture(page, `${language}-${width}-${name}`);
    wrong.push(...(await violationsOn(page)).map((text) => `${name}: ${text}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) wrong.push(`${name}: ${wide} pixels too wide`);
    const said = complaints.splice(0).filter((text) => name !== "not-here" || !/404/.test(text));
    wrong.push(...said.map((text) => `${name}: console: ${text}`));
  }
  assert.deepEqual(wrong, []);
  await window.close();
};
