import type { PlantedFault } from "./planted-fault.ts";

const desk = "server/desk/desk.ts";
const pipeline = "server/desk/pipeline.ts";
const replies = "server/desk/replies.ts";

/** Answers that come too early, twice, differently, or not at all. */
export const deskFaults: readonly PlantedFault[] = [
  {
    name: "answer-before-commit",
    promise: "An accepted request is answered when its batch is durable, and not before.",
    file: desk,
    was: 'this.#whenDurable(waiting, { kind: "accepted", position, repeated: false, answer });',
    becomes: 'waiting.answer({ kind: "accepted", position, repeated: false, answer });',
  },
  {
    name: "refusal-before-commit",
    promise: "A refusal that read staged records waits for them: it rests on nothing that is lost.",
    file: desk,
    was: "({ kind, id }) => (this.records.peek(keyOf(kind, id))?.position ?? 0) > this.durable,",
    becomes:
      "({ kind, id }) => (this.records.peek(keyOf(kind, id))?.position ?? 0) > this.#pipeline.staged.position,",
  },
  {
    name: "look-at-what-is-staged",
    promise: "A look at a record shows nothing that is not durable.",
    file: "server/desk/ask.ts",
    was: "if (staged && upTo === undefined) {",
    becomes: "if (staged && upTo !== undefined) {",
  },
  {
    name: "retry-does-not-wait",
    promise: "A retry that arrives while the first is being written gets the first one's answer.",
    file: desk,
    was: "if (bound.position > this.durable) {",
    becomes: "if (bound.position > this.#pipeline.staged.position) {",
  },
  {
    name: "reference-not-indexed",
    promise: "A retry is never decided anew, not even after a restart.",
    file: desk,
    was: "waiting.reference && index === 0\n    ? { reference: { scope",
    becomes: "waiting.reference && index > 0\n    ? { reference: { scope",
  },
  {
    name: "looked-up-reference-not-indexed",
    promise: "A reference is bound whichever way its request came to its turn.",
    file: desk,
    was: "waiting.reference && index === 0\n    ? { reference: { scope",
    becomes: "waiting.reference && !waiting.lookedUp && index === 0\n    ? { reference: { scope",
  },
  {
    name: "reference-of-the-account",
    promise: "A reference is the declarant's: a colleague who files the same again gets the same answer.",
    file: "customs/declaration/file-declaration.ts",
    was: "request: FileDeclaration,\n  scope: ({ declarant }) => keyOf(PartyRecord, declarant),",
    becomes: "request: FileDeclaration,",
  },
  {
    name: "other-content-same-answer",
    promise: "A bound reference with other content is refused, not answered with the first answer.",
    file: replies,
    was: "if (first.reference?.hash === reference?.hash) return true;",
    becomes: "if (first.reference?.text === reference?.text) return true;",
  },
  {
    name: "other-spelling-refused",
    promise: "The same content in another spelling gets the same answer again.",
    file: replies,
    was: "return earlier !== undefined && canonicalJson(earlier) === canonicalJson(request.value as Json);",
    becomes: "return earlier !== undefined && JSON.stringify(earlier) === JSON.stringify(request.value);",
  },
  {
    name: "dropped-references-stay-bound",
    promise: "What was refused as lost can be sent again: its reference was released.",
    file: desk,
    was: "    this.#references.release(entries.flatMap(({ reference }) => (reference ? [reference] : [])));\n",
    becomes: "",
  },
  {
    name: "nothing-undone-before-another-turn",
    promise: "A batch that is decided again leaves no record and no reference of its first turn behind.",
    file: desk,
    was: 'if (how === "again") this.#lookFirst = LOOKED_UP_FIRST;\n          this.#dropped',
    becomes: 'if (how === "again") this.#lookFirst = LOOKED_UP_FIRST;\n          else this.#dropped',
  },
  {
    name: "numbers-from-the-durable-head",
    promise: "No two declarations have one number.",
    file: desk,
    was: "const ticket = this.#pipeline.staged.position + 1;",
    becomes: "const ticket = this.durable + 1;",
  },
  {
    name: "draw-by-chance",
    promise: "What is drawn for a declaration follows from the server's secret and its position alone.",
    file: "server/desk/draws.ts",
    was: "return hash.readUIntBE((ticket % TICKETS) * APART, BYTES) % below;",
    becomes: "return (hash[0]! + process.hrtime()[1]) % below;",
  },
  {
    name: "another-secret-after-restart",
    promise: "The server's secret is kept: a draw can be made again after a restart.",
    file: "server/installation.ts",
    was: 'await store.cabinet.put("secret", "draw",',
    becomes: 'await store.cabinet.put("secrets", "draw",',
  },
  {
    name: "failed-load-not-answered",
    promise: "Every request is answered, also when the records it needs cannot be read.",
    file: desk,
    was: "(error) => this.#answerError(waiting, error as Error),\n        );",
    becomes:
      '(error: Error) => this.#parts.log.warn("needs-not-loaded", { detail: error.message }),\n        );',
  },
  {
    name: "look-up-meanwhile-not-answered",
    promise: "Every request is answered, also when its reference is looked up while others are.",
    file: "server/desk/references.ts",
    was: "while (this.#waiting.length > 0) {",
    becomes: "if (this.#waiting.length > 0) {",
  },
  {
    name: "never-back-after-an-outage",
    promise: "When the store is back, the desk goes on.",
    file: pipeline,
    was: '    this.#lost = false;\n    this.#log.info("store-back"',
    becomes: '    this.#log.info("store-back"',
  },
  {
    name: "clock-runs-back",
    promise: "The instant of an entry is never before that of the entry before it.",
    file: desk,
    was: "const ms = Math.max(this.#parts.clock.now(), this.#lastAt);",
    becomes: "const ms = this.#parts.clock.now();",
  },
  {
    name: "clock-runs-back-at-start",
    promise: "The instant of an entry is never before that of the entry before it, across restarts too.",
    file: desk,
    was: "this.#lastAt = start.lastAt;",
    becomes: "this.#lastAt = parts.clock.now();",
  },
  {
    name: "refusal-without-next",
    promise: "Every refusal says what to do next.",
    file: "customs/declaration/withdraw.ts",
    was: '"Ask the office: two officers can withdraw a released one.",',
    becomes: '"",',
  },
  {
    name: "refusal-without-faults",
    promise: "A refusal for mistakes names all of them.",
    file: "customs/declaration/file-declaration.ts",
    was: 'nothing was written.",\n      examined.faults,\n    );',
    becomes: 'nothing was written.",\n    );',
  },
];
