import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { answers } from "./server-connections.ts";

/** What PostgreSQL sends to a client that it refuses: one error, then the end of the connection. */
const refusal = (sqlState: string): Buffer => {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0Mnot now\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
};

/** Whether a server that refuses every connection with this state counts as one that answers. */
const answersWhenRefusing = async (sqlState: string): Promise<boolean> => {
  const folder = await mkdtemp(join(tmpdir(), "openftz-refuse-"));
  const server = createServer((client) => client.once("data", () => client.end(refusal(sqlState))));
  await new Promise<void>((resolve) => server.listen(join(folder, ".s.PGSQL.5432"), resolve));
  try {
    return await answers({ host: folder, port: 5432, user: "openftz", database: "postgres" });
  } finally {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  }
};

describe("whether PostgreSQL is up", () => {
  it("a server that starts or stops does not answer yet", async () => {
    for (const state of ["57P01", "57P02", "57P03"])
      assert.equal(await answersWhenRefusing(state), false, state);
  });

  it("one that is up and refuses for another reason answers: waiting for it to come up would mend nothing", async () => {
    for (const state of ["53100", "53300"]) assert.equal(await answersWhenRefusing(state), true, state);
  });

  it("nobody at the socket does not answer", async () => {
    assert.equal(await answers({ host: join(tmpdir(), "openftz-nobody"), port: 5432 }), false);
  });
});
