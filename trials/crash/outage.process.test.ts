import { describe, it } from "node:test";
import { CUTS } from "./cut-outage.ts";
import { asked, holds, lacks } from "./test-asked.ts";
import { cut, database } from "./trials.ts";

const skip = lacks("postgresql");

// Full disks are in the long run.
describe("a living server answers or refuses as retryable, and loses nothing", () => {
  it("when its database is killed", { skip }, async (t) => holds(t, await database(asked("postgresql", 1))));

  it("when the connection is cut, at every point of an append", { skip }, async (t) =>
    holds(t, await cut(asked("postgresql", CUTS.length))),
  );
});
