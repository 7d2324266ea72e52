import { before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { lookAtPages, nameOf } from "./browser-test/every-page.ts";
import { browserGround, lacksBrowser } from "./browser-test/ground.ts";
import { makeWorld, type Server, type World } from "./browser-test/world.ts";

// All pages in all four variants; the quick run looks at a quarter of them, in two.

describe("every page", { skip: lacksBrowser, concurrency: 2 }, () => {
  let server: Server;
  let browser: Browser;
  let world: World;

  before(async () => {
    ({ server, browser } = await browserGround());
    world = await makeWorld(server.url);
  });

  for (const [share, variant] of [
    ["all", { language: "zh", width: 1440, dark: true }],
    ["all", { language: "en", width: 390, dark: false }],
    ["all", { language: "en", width: 1440, dark: false }],
    ["all", { language: "zh", width: 390, dark: true }],
  ] as const)
    it(`${share} ${nameOf(variant)}: no complaint, nothing against axe, no sideways scrolling`, () =>
      lookAtPages(browser, server.url, world, variant, share));
});
