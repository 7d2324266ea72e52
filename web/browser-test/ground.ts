/** One server and one Chromium for all browser tests of a process; started when the first one asks. */
import { existsSync } from "node:fs";
import { after } from "node:test";
import { type Browser, chromium } from "playwright-core";
import { type Server, startServer } from "./world.ts";

const CHROMIUM = "/usr/bin/chromium";

/** No page lives long enough to earn back what optimising its scripts costs; what they do is the same without. */
const QUICK = ["--in-process-gpu", "--js-flags=--no-opt --no-maglev"];

/** Why there can be no browser test here; false when there can. */
export const lacksBrowser: string | false = existsSync(CHROMIUM)
  ? false
  : `${CHROMIUM} is not installed (apt-get install chromium fonts-noto-cjk)`;

export type BrowserGround = { readonly server: Server; readonly browser: Browser };

let server: Promise<Server> | undefined;
let browser: Promise<Browser> | undefined;

after(async () => {
  await (await browser)?.close();
  await (await server)?.stop();
});

/** The shared server, started as a user starts it, and the browser. Accounts and declarations are shared too. */
export const browserGround = async (): Promise<BrowserGround> => {
  server ??= startServer();
  browser ??= chromium.launch({
    executablePath: CHROMIUM,
    chromiumSandbox: false,
    args: ["--no-sandbox", ...QUICK],
  });
  const [one, other] = await Promise.all([server, browser]);
  return { server: one, browser: other };
};
