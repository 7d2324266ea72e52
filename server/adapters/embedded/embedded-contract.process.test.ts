import { rm } from "node:fs/promises";
import { after } from "node:test";
import { storeContract } from "../../store-contract.ts";
import { embeddedStore } from "../embedded-store.ts";
import { emptyDatabase, removeTemplate, temporaryFolder } from "./test-ground.ts";

// Its life beside that, killed and taken over, is in the long run, and in the trials.

after(removeTemplate);

/** One server for all sentences: each opens its store on it, and empties the database when it is done. */
const contractFolder = temporaryFolder();
after(async () => {
  const dataDir = await contractFolder;
  await (await embeddedStore({ dataDir })).close();
  await rm(dataDir, { recursive: true, force: true });
});

storeContract("embedded", async () => {
  const dataDir = await contractFolder;
  const reopen = () => embeddedStore({ dataDir, lockPatienceMs: 0, leaveRunning: true });
  const store = await reopen();
  const cleanup = async (): Promise<void> => {
    await store.close();
    await emptyDatabase(dataDir);
  };
  return { store, reopen, cleanup };
});
