import { describe, it } from "node:test";
import { CUTS } from "./cut-outage.ts";
import { asked, holds, lacks, lacksDisk } from "./test-asked.ts";
import { cut, database, diskFull } from "./trials.ts";

const skip = lacks("postgresql");

describe("a living server answers or refuses as retryable, and loses nothing", () => {
  it("when its database is killed", { skip }, async (t) => holds(t, await database(asked("postgresql", 1))));

  it("when the connection is cut, at every point of an append", { skip }, async (t) =>
    holds(t, await cut(asked("postgresql", CUTS.length))),
  );

  it("when the disk is full, and the database dies on it", { skip: lacksDisk }, async (t) =>
    holds(t, await diskFull(asked("embedded", 2))),
  );
});
