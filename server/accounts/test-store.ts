/** For tests: the store in memory. Tests of an adapter take it from here, because no adapter imports another. */
export { memoryStore } from "../adapters/memory/memory-store.ts";
