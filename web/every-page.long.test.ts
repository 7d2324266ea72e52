import { existsSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { type Browser, chromium } from "playwright-core";
import { lookAtEveryPage, nameOf } from "./browser-test/every-page.ts";
import { makeWorld, type Server, startServer, type World } from "./browser-test/world.ts";

// The variants that the quick run leaves out.

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

  for (const variant of [
    { language: "zh", width: 1440, dark: true },
    { language: "en", width: 390, dark: false },
  ] as const)
    it(`${nameOf(variant)}: no complaint, nothing against axe, no sideways scrolling`, () =>
      lookAtEveryPage(browser, server.url, world, variant));
});
