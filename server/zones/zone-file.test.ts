import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { memoryStore } from "../adapters/memory/memory-store.ts";
import { ITSELF } from "../cli/link.ts";
import { Installation } from "../installation.ts";
import { enterZones, ZoneFileFault } from "./enter-zones.ts";
import { readZoneFile } from "./zone-file.ts";

const SHANGHAI = path.resolve(import.meta.dirname, "../sample/zones/shanghai.json");

describe("a file of zones", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "openftz-zones-"));
  });
  after(() => rm(folder, { recursive: true }));

  const enter = async (installation: Installation, file: string) =>
    enterZones(file, {
      submit: (command, request) => installation.submitValue(command, ITSELF, request),
      keepFile: (bytes) => installation.keepFile(bytes),
    });
  type Mapped = {
    readonly zones: readonly {
      readonly zone: string;
      readonly name: { readonly zh: string };
      readonly type: { readonly type: string };
      readonly boundary: object | null;
      readonly capabilities: Readonly<
        Record<string, { value: string; by: string; confirmed: boolean; source: string }>
      >;
      readonly areas: readonly { readonly area: string }[];
    }[];
  };
  const mapOf = async (installation: Installation, day: string) => {
    const found = await installation.ask({ query: "zone.map", actor: ITSELF, request: { day } });
    assert.equal(found.kind, "answer");
    return (found as { answer: unknown }).answer as Mapped;
  };

  it("of Shanghai is entered whole, and entered again changes nothing", async () => {
    const installation = await Installation.open({ store: memoryStore() });
    const first = await enter(installation, SHANGHAI);
    assert.deepEqual(first.refused, []);
    const length = installation.status().durable;
    assert.equal(first.entered, length);
    const again = await enter(installation, SHANGHAI);
    assert.deepEqual(again, { entered: 0, stood: first.entered, refused: [] });
    assert.equal(installation.status().durable, length);

    const typesOn = async (day: string) => {
      const { zones } = await mapOf(installation, day);
      return Object.fromEntries(zones.map(({ zone, type }) => [zone, type.type]));
    };
    assert.equal((await typesOn("2000-01-01"))["waigaoqiao-bonded-zone"], "bonded-zone");
    assert.equal((await typesOn("2020-07-31"))["waigaoqiao-port"], "bonded-logistics-park");
    assert.equal((await typesOn("2020-08-01"))["waigaoqiao-port"], "comprehensive-bonded-zone");
    assert.equal(Object.keys(await typesOn("2026-03-02")).length, 10);

    const { zones } = await mapOf(installation, "2026-03-02");
    for (const { zone, boundary } of zones) assert(boundary, `${zone} is not drawn`);
    const { capabilities, areas, name } = zones.find(({ zone }) => zone === "yangshan")!;
    assert.equal(name.zh, "洋山特殊综合保税区");
    assert.deepEqual(
      ["ledger-required", "first-line-declaration", "second-line-declarant", "processing"].map(
        (key) => `${capabilities[key]!.value} by ${capabilities[key]!.by}`,
      ),
      ["no by zone", "none by zone", "outside by zone", "yes by type"],
    );
    assert.equal(capabilities["ledger-required"]!.confirmed, false, "no document of it is at hand");
    assert.deepEqual(
      areas.map(({ area }) => area),
      ["lin-gang", "shanghai-ftz"],
    );
    await installation.close();
  });

  it("is refused with everything that is wrong with its shape", () => {
    const table: readonly (readonly [text: string, fault: RegExp])[] = [
      ["{", /no JSON/],
      ["[]", /no JSON object/],
      ['{"zone":[]}', /zone means nothing here; known are about, offices/],
      ['{"zones":{}}', /zones is no list/],
      [
        '{"zones":[1,{"zone":"a","colour":"red"}]}',
        /zones\[0\] is no object.*zones\[1\]\.colour means nothing/,
      ],
      ['{"zones":[{"codes":[0]}]}', /zones\[0\]\.codes\[0\] is no object/],
      ['{"policyAreas":[{"zone":"a"}]}', /policyAreas\[0\]\.zone means nothing/],
      ['{"capabilities":{"file":1}}', /capabilities has the name of a file/],
    ];
    for (const [text, fault] of table) {
      const read = readZoneFile(text);
      assert.match("faults" in read ? read.faults.join(" ") : "", fault, text);
    }
  });

  it("says where in the file a fact was refused, and enters the others", async () => {
    const installation = await Installation.open({ store: memoryStore() });
    const fact = { source: "made up", confirmed: false };
    const zone = (id: string, more: object) => ({
      zone: id,
      name: { en: id, zh: id },
      office: "2218",
      types: [{ type: "bonded-zone", from: "2020-01-01", approval: "made up" }],
      ...more,
    });
    const file = path.join(folder, "zones.json");
    const wrong = {
      offices: [{ office: "2218", name: { en: "W", zh: "外" } }],
      zones: [
        zone("one", { codes: [{ kind: "district", code: "310703", from: "2020-01-01", ...fact }] }),
        zone("two", { classes: [{ year: 1999, class: "E", ...fact }] }),
      ],
    };
    await writeFile(file, JSON.stringify(wrong));
    const { entered, refused } = await enter(installation, file);
    assert.equal(entered, 3);
    assert.deepEqual(refused.map(({ place }) => place).sort(), ["zones[0].codes[0]", "zones[1].classes[0]"]);
    await assert.rejects(enter(installation, path.join(folder, "none.json")), ZoneFileFault);
    await writeFile(file, JSON.stringify({ capabilities: { file: "none.jsonl", source: "made up" } }));
    await assert.rejects(enter(installation, file), /none.jsonl, the matrix of/);
    await installation.close();
  });
});
