import type { PlantedFault } from "./planted-fault.ts";

const pipeline = "server/desk/pipeline.ts";

/** Appends whose outcome is taken for another, and a journal that can no longer be proved. */
export const journalFaults: readonly PlantedFault[] = [
  {
    name: "unknown-outcome-taken-for-success",
    promise:
      "After a commit whose outcome is unknown the head is read, and what is not there is not acknowledged.",
    file: pipeline,
    was: "if (head.position === last.position && sameBytes(head.seal, last.seal)) {",
    becomes: "if (head.position <= last.position) {",
  },
  {
    name: "unknown-outcome-taken-for-failure",
    promise: "After a commit whose outcome is unknown, what is found there is acknowledged.",
    file: pipeline,
    was: "const head = await this.#readHead();\n      const last = batch.stored.at(-1)!;",
    becomes: "const head = await this.#readHead();\n      const last = batch.stored[0]!;",
  },
  {
    name: "refused-append-counted",
    promise: "What a full or lost store refused is not counted as durable.",
    file: pipeline,
    was: "await this.#appendFailed(batch, error as Error);\n      return;",
    becomes: "await this.#appendFailed(batch, error as Error);",
  },
  {
    name: "batch-behind-told-durable",
    promise: "When an append fails, everything staged behind it is dropped and told so.",
    file: pipeline,
    was: "for (const waiter of batch.waiters) waiter(how);",
    becomes: 'for (const waiter of batch.waiters) waiter(batch === failed ? how : "durable");',
  },
  {
    name: "second-writer-taken-for-an-outage",
    promise: "When another writer was here, serving stops.",
    file: pipeline,
    was: "if (error instanceof HeadMoved) this.#events.onFatal(error);",
    becomes: "if (error instanceof HeadMoved) this.#lost = false;",
  },
  {
    name: "second-writers-head-adopted",
    promise: "The desk never goes on from an entry that it has not written itself.",
    file: pipeline,
    was: "#resume(head: Head): void {\n",
    becomes: "#resume(head: Head): void {\n    this.#durable = this.#staged = head;\n",
  },
  {
    name: "chain-goes-on-from-a-dropped-entry",
    promise: "Every entry names the seal of the entry before it.",
    file: pipeline,
    was: "this.#staged = this.#durable;\n    this.#frontier = this.#durableFrontier;",
    becomes:
      "this.#staged = { ...this.#staged, position: this.#durable.position };\n    this.#frontier = this.#durableFrontier;",
  },
  {
    name: "tree-keeps-dropped-leaves",
    promise: "A checkpoint's tree head is that of the entries before it.",
    file: pipeline,
    was: "this.#staged = this.#durable;\n    this.#frontier = this.#durableFrontier;",
    becomes: "this.#staged = this.#durable;",
  },
  {
    name: "checkpoint-of-another-size",
    promise: "A checkpoint's tree head is that of the entries up to its position.",
    file: pipeline,
    was: "position: last.position,\n            root: rootOf(sha256, frontier),",
    becomes: "position: batch.stored[0]!.position,\n            root: rootOf(sha256, frontier),",
  },
  {
    name: "seal-not-checked-by-records",
    promise: "An entry is checked against its seal whenever a record reads it.",
    file: "server/desk/record-cache.ts",
    was: "    for (const each of stored) checkSealed(each);\n",
    becomes: "",
  },
  {
    name: "seal-not-checked-by-views",
    promise: "An entry is checked against its seal whenever a view reads it.",
    file: "server/desk/applier.ts",
    was: "    for (const each of stored) checkSealed(each);\n",
    becomes: "",
  },
  {
    name: "seal-not-checked-by-answers",
    promise: "An answer that is given again rests on entries that fit their seals.",
    file: "server/desk/desk.ts",
    was: "      for (const each of stored) checkSealed(each);\n",
    becomes: "",
  },
  {
    name: "old-entries-not-verified",
    promise: "An entry from before the newest checkpoint that was changed stops serving.",
    file: "server/installation.ts",
    was: 'if ((error as Error).name === "JournalFault") this.#desk.stop(error as Error);\n      else this.log',
    becomes: "this.log",
  },
];
