import { describe, it } from "node:test";
import { startsAfterKilledFirstStarts } from "./test-first-starts.ts";

describe("the embedded store, many times", () => {
  it("starts although ten first starts were killed at any moment", () => startsAfterKilledFirstStarts(10));
});
