import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { assessCommand } from "./assess.ts";
import { capture } from "./captured-streams.ts";

let folder = "";
let number = 0;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "openftz-assess-"));
});
after(() => rm(folder, { recursive: true }));

/** Writes a tariff file of these lines and returns its path. */
const tariffFile = async (...lines: readonly (object | string)[]): Promise<string> => {
  const file = join(folder, `tariff-${++number}.jsonl`);
  await writeFile(
    file,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return file;
};
const run = (argv: readonly string[], ...input: readonly (string | Uint8Array)[]) =>
  capture((streams) => assessCommand(argv, streams), input);

const LINE = { code: "12", mfn: "10", vat: "13" };
const REQUEST = {
  ref: "A1",
  date: "2026-03-01",
  direction: "import",
  commodity: "1234",
  origin: "KR",
  customsValue: { amount: "100", currency: "CNY" },
};
const line = (changes: object = {}): string => JSON.stringify({ ...REQUEST, ...changes });
const answers = (stdout: string): readonly Record<string, unknown>[] =>
  stdout
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text) as Record<string, unknown>);
/** "ref" of an assessed line, "ref@line type pointer" of a problem. */
const summary = (stdout: string): readonly string[] =>
  answers(stdout).map((answer) => {
    const problem = answer.problem as { type: string; pointer: string } | undefined;
    return problem
      ? `${answer.ref}@${answer.line} ${problem.type.split("/").at(-1)} ${problem.pointer}`.trim()
      : String(answer.ref);
  });

describe("openftz assess answers every line in its place", () => {
  it("exit 0 when all were assessed, with the closing count on standard error", async () => {
    const ran = await run(["--tariff", await tariffFile(LINE)], `${line()}\n${line({ ref: "A2" })}\n`);
    assert.deepEqual([ran.code, summary(ran.stdout)], [0, ["A1", "A2"]]);
    assert.equal(ran.stderr, "2 lines assessed, 0 answered with a problem.\n");
    assert.ok(ran.stdout.endsWith("}\n"));
  });

  it("exit 1 when one was answered with a problem, and the others still are", async () => {
    const input = `${line()}\n${line({ ref: "A2", commodity: "99" })}\n{"ref":"A3"}\nno json\n${line({ ref: "A5" })}`;
    const ran = await run(["--tariff", await tariffFile(LINE)], input);
    assert.equal(ran.code, 1);
    assert.deepEqual(summary(ran.stdout), [
      "A1",
      "A2@2 unknown-commodity /commodity",
      "A3@3 malformed-line /date",
      "null@4 malformed-line",
      "A5",
    ]);
  });

  it("nothing at all is nothing", async () => {
    for (const input of ["", "\n", "\uFEFF", "\r\n\n"]) {
      const ran = await run(["--tariff", await tariffFile(LINE), "--quiet"], input);
      assert.deepEqual(ran, { code: 0, stdout: "", stderr: "" });
    }
  });

  it("--quiet leaves only errors on standard error", async () => {
    const ran = await run(["--quiet", "--tariff", await tariffFile(LINE)], "x\n");
    assert.deepEqual([ran.code, ran.stderr], [1, ""]);
  });

  it("a problem line holds ref, line and problem, and nothing else", async () => {
    const ran = await run(["--tariff", await tariffFile(LINE)], line({ commodity: "99" }));
    const [answer] = answers(ran.stdout);
    assert.deepEqual(Object.keys(answer!), ["ref", "line", "problem"]);
    assert.deepEqual(Object.keys(answer!.problem as object), ["type", "title", "detail", "pointer"]);
  });

  it("ref is null when there is none to read", async () => {
    const lines = [
      "{",
      "[]",
      '{"ref":5}',
      '{"ref":""}',
      '{"ref":null}',
      '{"ref":"B","ref":"C"}',
      '{"ref":"D","x":1,"x":2}',
    ];
    const ran = await run(["--tariff", await tariffFile(LINE)], lines.join("\n"));
    assert.deepEqual(
      answers(ran.stdout).map(({ ref }) => ref),
      [null, null, null, null, null, null, "D"],
    );
  });
});

describe("the lines of the input", () => {
  const one = line();
  const rows: readonly [
    name: string,
    input: readonly (string | Uint8Array)[],
    expected: readonly string[],
  ][] = [
    ["a byte order mark at the start is skipped", [`\uFEFF${one}\n`], ["A1"]],
    ["also when it arrives in pieces", [Uint8Array.of(0xef), Uint8Array.of(0xbb, 0xbf), one], ["A1"]],
    ["a byte order mark later is not", [`${one}\n\uFEFF${one}\n`], ["A1", "null@2 malformed-line"]],
    ["the last line feed may be missing", [one], ["A1"]],
    [
      "a field named like what every object has is only unknown, also with a key in it twice",
      [`{"ref":"A2","valueOf":{"x":1,"x":2}}\n${one}`],
      ["A2@1 malformed-line /date", "A1"],
    ],
    ["a carriage return before a line feed is white space", [`${one}\r\n${one}\r\n`], ["A1", "A1"]],
    ["a carriage return alone ends no line", [`${one}\r${one}\n`], ["null@1 malformed-line"]],
    [
      "empty lines are counted and not answered",
      [`\n\r\n \t\n${one}\n\nx\n`],
      ["A1", "null@6 malformed-line"],
    ],
    [
      "U+2028, U+2029 and U+0085 end no line",
      [`${line({ ref: "a\u2028b\u2029c\u0085" })}\n`],
      ["a\u2028b\u2029c\u0085"],
    ],
    [
      "a line in many pieces is one line",
      Array.from(Buffer.from(`${one}\n${one}`), (byte) => Uint8Array.of(byte)),
      ["A1", "A1"],
    ],
    [
      "a line that is no UTF-8 is malformed",
      [Buffer.from(`${line({ ref: "\u00ff" })}\n`, "latin1"), one],
      ["null@1 malformed-line", "A1"],
    ],
    ["half a character is no UTF-8", [Uint8Array.of(0xe4, 0xbd), "\n", one], ["null@1 malformed-line", "A1"]],
    ["a duplicate key is malformed", [one.replace("{", '{"origin":"JP",')], ["A1@1 malformed-line /origin"]],
    [
      "a duplicate key below too",
      [line({ quantities: { kg: "1" } }).replace('{"kg"', '{"kg":"2","kg"')],
      ["A1@1 malformed-line /quantities/kg"],
    ],
    [
      "a duplicate key takes its turn among the other faults of shape",
      [line({ ref: "", quantities: { kg: "1" } }).replace('{"kg"', '{"kg":"2","kg"')],
      ["null@1 malformed-line /ref"],
    ],
    [
      "a duplicate key is found among colons in texts",
      [line({ exporter: "A: B", quantities: { "k:g": "1" } }).replace("{", '{"origin":"JP",')],
      ["A1@1 malformed-line /origin"],
    ],
    ["colons in texts are no keys", [line({ ref: "A::1", exporter: '":' })], ["A::1"]],
    [
      "__proto__ is an unknown field like any other",
      [one.replace("{", '{"__proto__":1,')],
      ["A1@1 unknown-field /__proto__"],
    ],
    [
      "a nest of a hundred thousand brackets",
      [`${"[".repeat(100_000)}\n${one}`],
      ["null@1 malformed-line", "A1"],
    ],
    ["characters beyond the basic plane", [line({ ref: "船😀" })], ["船😀"]],
  ];
  for (const [name, input, expected] of rows) {
    it(name, async () => {
      const ran = await run(["--tariff", await tariffFile(LINE)], ...input);
      assert.deepEqual(summary(ran.stdout), expected);
    });
  }

  it("a line too long to be a request is answered without being kept", async () => {
    const piece = "x".repeat(1_000_000);
    const ran = await run(["--tariff", await tariffFile(LINE)], ...Array(6).fill(piece), "\n", one);
    assert.deepEqual(summary(ran.stdout), ["null@1 malformed-line", "A1"]);
  });

  it("keep their order over many pieces and a slow reader", async () => {
    const lines = Array.from({ length: 3000 }, (_, at) =>
      line({ ref: `R${at}`, commodity: at % 7 ? "1234" : "99" }),
    );
    const text = `${lines.join("\n")}\n`;
    const pieces = Array.from({ length: Math.ceil(text.length / 1000) }, (_, at) =>
      text.slice(at * 1000, at * 1000 + 1000),
    );
    const ran = await run(["--tariff", await tariffFile(LINE)], ...pieces);
    assert.deepEqual(
      answers(ran.stdout).map(({ ref }) => ref),
      lines.map((_, at) => `R${at}`),
    );
    assert.match(ran.stderr, /^2571 lines assessed, 429 answered with a problem\.$/m);
  });
});

describe("exit 2, with nothing on standard output", () => {
  const rows: readonly [name: string, argv: (file: string) => readonly string[], complaint: RegExp][] = [
    ["no tariff", () => [], /No tariff is given/],
    ["only --quiet", () => ["--quiet"], /No tariff is given/],
    ["--tariff without a file", (file) => ["--tariff", file, "--tariff"], /names no file/],
    ["--tariff with an empty name", () => ["--tariff="], /names no file/],
    ["an unknown flag", (file) => ["--tariff", file, "--verbose"], /"--verbose" is not known/],
    ["a short flag", (file) => ["--tariff", file, "-q"], /"-q" is not known/],
    ["a word too many", (file) => ["--tariff", file, "requests.ndjson"], /"requests\.ndjson" is not known/],
    ["a missing file", (file) => ["--tariff", `${file}.missing`], /missing cannot be read/],
    ["a folder", () => ["--tariff", folder], /cannot be read/],
    [
      "the same file twice",
      (file) => ["--tariff", file, "--tariff", file],
      /line 1, field code: 12 .* is also in .*, line 1/,
    ],
  ];
  for (const [name, argv, complaint] of rows) {
    it(name, async () => {
      const ran = await run(argv(await tariffFile(LINE)), line());
      assert.deepEqual([ran.code, ran.stdout], [2, ""]);
      assert.match(ran.stderr, complaint);
    });
  }

  const wrong: readonly [lines: readonly (object | string)[], complaint: RegExp][] = [
    [["", { ...LINE, mnf: "1" }], /tariff-\d+\.jsonl, line 2, field mnf: /],
    [[{ ...LINE, mfn: 10 }], /line 1, field mfn: /],
    [[{ ...LINE, mfn: "10 CNY" }], /field mfn: "10 CNY" is no rate: column 7, /],
    [[{ ...LINE, from: "2026-02-01", to: "2026-01-01" }], /field from: /],
    [[{ ...LINE, remedies: [{ code: "AD-1" }] }], /line 1, field remedies\.0\.kind: /],
    [[{ ...LINE, quota: 1 }], /line 1, field quota: /],
    [[{ ...LINE, mfn: "when price <= 1 CNY/kg: 1, else 2" }], /field mfn: .* column 26, /],
    [['{"code":"12","mfn":"1","mfn":"2"}'], /line 1, field mfn: .*twice/],
    [["{"], /line 1: This is no JSON/],
    [[LINE, { ...LINE, from: "2026-01-01" }], /line 2, field code: 12 .*, line 1 /],
  ];
  for (const [lines, complaint] of wrong) {
    it(`a tariff with ${JSON.stringify(lines.at(-1))}`, async () => {
      const good = await tariffFile({ code: "34" });
      const ran = await run(["--quiet", "--tariff", good, "--tariff", await tariffFile(...lines)], line());
      assert.deepEqual([ran.code, ran.stdout], [2, ""]);
      assert.match(ran.stderr, complaint);
    });
  }
});

it("splitting the requests into files changes nothing but the number of the line", async () => {
  const file = await tariffFile(LINE);
  const answerTo = async (lines: readonly string[]) =>
    (await run(["--quiet", "--tariff", file], lines.join("\n"))).stdout;
  const unnumbered = (stdout: string) =>
    answers(stdout).map(({ line: _line, ...answer }) => JSON.stringify(answer));
  const requestLine = fc
    .record({
      ref: fc.string({ minLength: 1 }),
      commodity: fc.constantFrom("1234", "99", 5),
      origin: fc.constantFrom("KR", "xx", null),
    })
    .map(line);
  await fc.assert(
    fc.asyncProperty(fc.array(requestLine, { maxLength: 12 }), fc.nat(12), async (lines, at) => {
      const [whole, first, second] = [
        await answerTo(lines),
        await answerTo(lines.slice(0, at)),
        await answerTo(lines.slice(at)),
      ];
      assert.deepEqual(unnumbered(whole), [...unnumbered(first), ...unnumbered(second)]);
    }),
    { numRuns: 25 },
  );
});

describe("tariff files", () => {
  it("are merged, in any order", async () => {
    const [a, b] = [
      await tariffFile({ ...LINE, to: "2025-12-31" }),
      await tariffFile({ ...LINE, mfn: "5", from: "2026-01-01" }),
    ];
    const inputs = `${line()}\n${line({ date: "2025-12-31" })}`;
    const [first, second] = [
      await run(["--tariff", a, "--tariff", b], inputs),
      await run([`--tariff=${b}`, "--tariff", a], inputs),
    ];
    assert.equal(first.stdout, second.stdout);
    assert.deepEqual(
      answers(first.stdout).map(({ duty }) => (duty as { amount: string }).amount),
      ["5.00", "10.00"],
    );
  });
});

it("--help says how to use it, and what it needs", async () => {
  const ran = await run(["--help"]);
  assert.equal(ran.code, 0);
  assert.match(ran.stdout, /--tariff FILE/);
});

it("stops without a fuss when nobody reads the answers any more", async () => {
  const closing = new Writable({
    write: (_piece, _encoding, done) => {
      // As a pipe does it: the news comes when nobody is waiting for the write any more.
      setImmediate(() => done(new Error("EPIPE")));
    },
  });
  const stderr = new Writable({ write: (_piece, _encoding, done) => done() });
  const stdin = Readable.from([Buffer.from(`${line()}\n`), Buffer.from(`${line()}\n`)], {
    objectMode: false,
  });
  assert.equal(
    await assessCommand(["--tariff", await tariffFile(LINE)], { stdin, stdout: closing, stderr }),
    2,
  );
});
