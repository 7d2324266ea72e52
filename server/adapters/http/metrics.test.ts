import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { memoryStore } from "../../accounts/test-store.ts";
import { processMeters } from "../../metrics/process-meters.ts";
import { allFamilies } from "../../reference/metrics-page.ts";
import { makeApp } from "./http-app.ts";
import { partsFor } from "./http-server.ts";
import { declaration, openWorld, PASSWORD, TRADER, type World } from "./test-world.ts";

const FILE = "/api/v1/declaration/file";

/** The samples of an exposition: the whole name with its labels, and the value. */
const samplesIn = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const parts = /^([a-z_]+(?:\{.*\})?) (\S+)$/.exec(line);
        assert.ok(parts, `no sample: ${line}`);
        return [parts[1]!, Number(parts[2])];
      }),
  );

describe("GET /metrics", () => {
  let world: World;
  before(async () => {
    world = await openWorld(memoryStore());
  });
  after(() => world.close());

  const read = async () => samplesIn((await world.ask("GET", "/metrics")).text);

  it("tells what was answered, and how", async () => {
    const start = await read();
    const file = (body: object | string) => world.ask("POST", FILE, { as: "broker-1", body });
    for (const body of [declaration("M1"), declaration("M1"), declaration("M2", { office: "x" }), "{"])
      await file(body);
    await world.ask("GET", "/api/v1/declaration/list", { as: "broker-1" });
    await world.ask("GET", "/api/v1/nothing");
    const end = await read();
    const grew = (name: string): number => (end.get(name) ?? 0) - (start.get(name) ?? 0);
    const of = (answer: string, act = "declaration.file") =>
      grew(`openftz_answers_total{act="${act}",answer="${answer}"}`);
    assert.deepEqual(
      {
        accepted: of("accepted"),
        repeated: of("repeated"),
        invalid: of("invalid-request"),
        malformed: of("malformed-request"),
        found: of("found", "declaration.list"),
        commands: grew("openftz_command_seconds_count"),
        queries: grew("openftz_query_seconds_count"),
        notFound: grew('openftz_http_answers_total{status="404"}'),
        entries: grew("openftz_journal_entries"),
        appends: grew("openftz_append_seconds_count"),
        appended: grew("openftz_append_entries_sum"),
        serving: end.get("openftz_serving"),
        up: end.get("openftz_store_up"),
        lag: end.get("openftz_durable_lag_entries"),
        inside: end.get("openftz_requests_inside"),
      },
      {
        accepted: 1,
        repeated: 1,
        invalid: 1,
        malformed: 1,
        found: 1,
        commands: 4,
        queries: 1,
        notFound: 1,
        entries: 1,
        appends: 1,
        appended: 1,
        serving: 1,
        up: 1,
        lag: 0,
        inside: 0,
      },
    );
    assert.ok(end.get("openftz_records_cached")! > 0);
  });

  it("names nobody", async () => {
    await world.ask("POST", FILE, { as: "broker-1", body: declaration("Reference-Of-Mine") });
    await world.ask("POST", "/api/v1/session", { body: { account: "broker-1", password: PASSWORD } });
    const { text } = await world.ask("GET", "/metrics");
    for (const name of ["broker-1", "Person", TRADER, "Reference-Of-Mine", "127.0.0.1", "2218"])
      assert.ok(!text.includes(name), name);
  });

  it("is answered when all places are taken", async () => {
    const { admission } = world.parts;
    for (let sender = 0; admission.inside.requests < admission.most.requests - 1; sender++)
      if ("why" in admission.enter(`sender ${sender}`, 0)) assert.fail("it was full before");
    assert.equal((await world.ask("GET", "/metrics")).status, 200);
    assert.equal((await world.ask("GET", "/api/v1/health")).status, 200);
  });
});

describe("behind a proxy", () => {
  it("metrics are for officers and administrators, and for all others there is nothing", async () => {
    const world = await openWorld(memoryStore(), { behindProxy: true });
    const statuses = await Promise.all(
      ([undefined, "nobody-1", "broker-1", "officer-1", "admin-1"] as const).map(
        async (as) => (await world.ask("GET", "/metrics", as ? { as } : {})).status,
      ),
    );
    assert.deepEqual(statuses, [404, 404, 404, 200, 200]);
    await world.close();
  });
});

describe("the reference page", () => {
  it("lists what a server tells: names, kinds and words", async () => {
    const world = await openWorld(memoryStore());
    const parts = partsFor({ installation: world.installation, host: "127.0.0.1", behindProxy: false });
    const measured = processMeters();
    const app = makeApp(parts, measured.families);
    const { body } = await app.inject("/metrics");
    const told = body.match(/^# (HELP|TYPE) .*$/gm);
    const listed = allFamilies().flatMap(({ name, help, type }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
    ]);
    assert.deepEqual(told, listed);
    measured.stop();
    await app.close();
    await world.close();
  });
});
