import { describe, it } from "node:test";
import type { Round } from "./kill-plan.ts";
import { asked, holds } from "./test-asked.ts";
import { crash } from "./trials.ts";

/** The process alone, the process with its database, and the process while it is starting. */
const THREE_KILLS: readonly Round[] = [
  { filing: { what: "process", afterMs: 300 } },
  { filing: { what: "process and database", afterMs: 300 }, starting: { what: "process", afterMs: 500 } },
];

// Both stores, and many more kills, are in the long run.
describe("no acknowledged declaration is lost or given twice when the server is killed", () => {
  it("on embedded", async (t) => holds(t, await crash(asked("embedded", 3), THREE_KILLS)));
});
