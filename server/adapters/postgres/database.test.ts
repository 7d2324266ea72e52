import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { StoreUnavailable } from "../../store.ts";
import { Database } from "./database.ts";

const nobody = { host: join(tmpdir(), "openftz-nobody"), port: 5432, user: "openftz", database: "postgres" };

describe("a database that cannot be brought back", () => {
  it("is a store that is not available, not a mistake: the same work may succeed later", async () => {
    const database = new Database({
      connection: nobody,
      revive: () => Promise.reject(new Error("PostgreSQL did not start: it ended with 1.")),
    });
    const isUnavailable = (error: Error): boolean =>
      error instanceof StoreUnavailable && /did not start: it ended with 1/.test(error.message);
    await assert.rejects(database.read("select 1"), isUnavailable);
    await assert.rejects(database.write("select 1", []), isUnavailable);
    await assert.rejects(database.connect(), isUnavailable);
    await database.close();
  });
});
