import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CommandFault } from "./exit.ts";
import { readFlags } from "./flags.ts";

const flags = { port: { value: "N", about: "" }, json: { about: "" }, data: { value: "DIR", about: "" } };
const read = (...argv: string[]) => readFlags(flags, argv);
const faultOf = (work: () => unknown): CommandFault => {
  try {
    work();
  } catch (error) {
    assert(error instanceof CommandFault);
    return error;
  }
  assert.fail("nothing was wrong");
};

describe("flags", () => {
  it("are read in both spellings, between words", () => {
    const given = read("a", "--port", "80", "b", "--data=x y", "--json");
    assert.deepEqual(given.words, ["a", "b"]);
    assert.equal(given.text("port"), "80");
    assert.equal(given.text("data"), "x y");
    assert.equal(given.is("json"), true);
    assert.equal(given.text("nothing"), undefined);
  });

  it("end at a double hyphen", () => assert.deepEqual(read("--", "--json").words, ["--json"]));

  for (const [name, argv, detail, next] of [
    ["an unknown one names the near ones", ["--prot", "1"], /--prot/, /--port/],
    ["one without its value", ["--port"], /no value/, /--port N/],
    ["one whose value looks like a flag", ["--port", "--json"], /no value/, /--port N/],
    ["a switch with a value", ["--json=yes"], /takes no value/, /--json alone/],
    ["one that is given twice", ["--json", "--json"], /twice/, /once/],
    ["a name that every object has", ["--constructor"], /--constructor/, /--help/],
  ] as const)
    it(`refuse ${name}`, () => {
      const fault = faultOf(() => read(...argv));
      assert.equal(fault.code, 2);
      assert.match(fault.message, detail);
      assert.match(fault.next, next);
    });

  it("count within bounds only", () => {
    assert.equal(read("--port", "80").count("port", 0, 100), 80);
    assert.equal(read().count("port", 0, 100), undefined);
    for (const text of ["101", "-1", "1.5", "x", ""])
      assert.equal(faultOf(() => read(`--port=${text}`).count("port", 0, 100)).code, 2);
  });
});
