import type { PlantedFault } from "./planted-fault.ts";

/** Persons who are not quite forgotten, and keys that go astray. */
export const privacyFaults: readonly PlantedFault[] = [
  {
    name: "erased-person-in-a-view",
    promise: "No view shows a person who was erased.",
    file: "server/views/register-views.ts",
    was: "set: { contactName: null, erased: true }",
    becomes: "set: { erased: true }",
  },
  {
    name: "erased-person-in-a-record",
    promise: "No record shows a person who was erased.",
    file: "customs/party/party.ts",
    was: "({ ...party!, contact: null, erased: true })",
    becomes: "({ ...party!, erased: true })",
  },
  {
    name: "key-not-forgotten",
    promise: "The key of an erased person is not in memory any more.",
    file: "server/desk/key-ring.ts",
    was: "      this.#known.delete(subject);\n",
    becomes: "",
  },
  {
    name: "key-comes-back",
    promise: "A key that is erased while it is being fetched does not come back.",
    file: "server/desk/key-ring.ts",
    was: "    if (before !== this.#forgotten) return this.fetch(missing); // a key that was erased meanwhile must not come back\n",
    becomes: "",
  },
  {
    name: "key-back-after-restart",
    promise: "The key of an erased person is deleted with the entry that says so.",
    file: "server/desk/pipeline.ts",
    was: "    batch.erasedKeys.push(...keys.erasedKeys);\n",
    becomes: "",
  },
  {
    name: "dropped-key-taken-for-kept",
    promise: "A key whose batch was dropped is made anew, so that the person can be read after a restart.",
    file: "server/desk/desk.ts",
    was: "this.keys.forget([...changes.newKeys.map(({ subject }) => subject), ...changes.erasedKeys]);",
    becomes: "this.keys.forget(changes.erasedKeys);",
  },
  {
    name: "key-never-written",
    promise: "A person who was not erased can be read after a restart.",
    file: "server/desk/desk.ts",
    was: "      changes.newKeys.push({ subject, key });\n",
    becomes: "",
  },
  {
    name: "telephone-in-clear",
    promise: "No personal field stands in clear in the journal.",
    file: "server/desk/sealing.ts",
    was: "kept = mapPaths(draft.body, paths, (text)",
    becomes: "kept = mapPaths(draft.body, paths.slice(0, 1), (text)",
  },
  {
    name: "person-in-a-snapshot",
    promise: "No snapshot keeps a person in clear.",
    file: "server/desk/record-cache.ts",
    was: "Object.keys(kind.on).some((type) => this.#book.personal(type).length > 0)",
    becomes: "Object.keys(kind.on).every((type) => this.#book.personal(type).length > 0)",
  },
];
