import { describe, it } from "node:test";
import { STORES } from "./ground.ts";
import type { Round } from "./kill-plan.ts";
import { asked, holds, lacks } from "./test-asked.ts";
import { crash } from "./trials.ts";

/** The process alone, the process with its database, and the process while it is starting. */
const THREE_KILLS: readonly Round[] = [
  { filing: { what: "process", afterMs: 300 } },
  { filing: { what: "process and database", afterMs: 300 }, starting: { what: "process", afterMs: 500 } },
];

describe("no acknowledged declaration is lost or given twice when the server is killed", () => {
  for (const store of STORES)
    it(`on ${store}`, { skip: lacks(store) }, async (t) =>
      holds(t, await crash(asked(store, 3), THREE_KILLS)),
    );
});
