import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { registry } from "../installation.ts";
import { actNames, findAct } from "./acts.ts";
import { EITHER, EVERY } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { CommandFault } from "./exit.ts";
import { readFlags } from "./flags.ts";
import { readRequest, requestFlags } from "./request.ts";
import { testIo } from "./test-io.ts";

const everything = [...registry.commands.values(), ...registry.queries.values()];
const OURS = [...Object.keys({ ...EITHER, ...EVERY }), "request"];
const ofQuestions = (kind: "list" | "record") => (kind === "list" ? ["limit", "cursor"] : ["as-of"]);

describe("acts and questions as commands", () => {
  it("exist for every command and query of the registry", () => {
    for (const name of actNames()) assert(findAct(name), name);
    assert.equal(findAct("no.such"), undefined);
  });

  it("have no field whose flag means something else to the shell", () => {
    const clashes = everything.flatMap((each) => {
      const ours = [...OURS, ...("kind" in each ? ofQuestions(each.kind) : [])];
      return Object.keys(requestFlags(each.request))
        .filter((flag) => ours.includes(flag))
        .map((flag) => `${each.name} --${flag}`);
    });
    assert.deepEqual(clashes, []);
  });

  it("have no name that a command of the shell hides, but for the one that tells the same and more", () => {
    const spoken = actNames().map((name) => name.replace(".", " "));
    assert.deepEqual(
      spoken.filter((name) => Object.hasOwn(COMMANDS, name) || Object.hasOwn(COMMANDS, name.split(" ")[0]!)),
      ["tariff show"],
    );
  });
});

describe("a request from the command line", () => {
  const schema = registry.commands.get("declaration.file")!.request;
  const given = (...argv: string[]) =>
    readFlags({ ...requestFlags(schema), request: { value: "FILE", about: "" } }, argv);
  const read = async (argv: string[], input = "") => {
    const bytes = await readRequest(schema, given(...argv), testIo(input).io);
    return Buffer.from(bytes).toString("utf8");
  };

  it("is made from flags, in the types that its schema asks", async () => {
    const text = await read([
      "--gross-mass-kg",
      "12",
      "--packages",
      "3",
      "--goods",
      '[{"a":1}]',
      "--direction",
      "import",
    ]);
    assert.deepEqual(JSON.parse(text), {
      grossMassKg: "12",
      packages: 3,
      goods: [{ a: 1 }],
      direction: "import",
    });
  });

  it("is taken from standard input byte for byte", async () => {
    assert.equal(await read([], '{ "reference": "A" }\n'), '{ "reference": "A" }\n');
  });

  it("is refused as wrong use when a nested field is no JSON, a word has no flag, or the file is not there", async () => {
    for (const argv of [
      ["--goods", "{"],
      ["word"],
      ["--request", "no/such/file"],
      ["--request", "x", "--packages", "1"],
    ])
      await assert.rejects(
        read(argv),
        (error) => error instanceof CommandFault && error.code === 2,
        argv.join(" "),
      );
  });
});
