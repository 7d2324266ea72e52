import { existsSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { type Browser, chromium } from "playwright-core";
import { lookAtPages, nameOf } from "./browser-test/every-page.ts";
import { makeWorld, type Server, startServer, type World } from "./browser-test/world.ts";

// What the quick run leaves out of all pages in all four variants.

const CHROMIUM = "/usr/bin/chromium";
const skip = existsSync(CHROMIUM)
  ? false
  : `${CHROMIUM} is not installed (apt-get install chromium fonts-noto-cjk)`;

describe("every page, the other way round", { skip, concurrency: 2 }, () => {
  let server: Server;
  let browser: Browser;
  let world: World;

  before(async () => {
    [server, browser] = await Promise.all([
      startServer(),
      chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false, args: ["--no-sandbox"] }),
    ]);
    world = await makeWorld(server.url);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const [share, variant] of [
    ["all", { language: "zh", width: 1440, dark: true }],
    ["all", { language: "en", width: 390, dark: false }],
    ["odd", { language: "en", width: 1440, dark: false }],
    ["even", { language: "zh", width: 390, dark: true }],
  ] as const)
    it(`${share} ${nameOf(variant)}: no complaint, nothing against axe, no sideways scrolling`, () =>
      lookAtPages(browser, server.url, world, variant, share));
});
