/** A process for crash tests: opens the store in the folder named on the command line and appends until it is killed. */
import { batch, entries } from "../../store-contract/ground.ts";
import { embeddedStore } from "../embedded-store.ts";

const [dataDir = "", mode = "append"] = process.argv.slice(2);
try {
  const store = await embeddedStore({ dataDir, lockPatienceMs: 0 });
  console.log(`open ${store.processId} ${process.getuid?.()}`);
  if (mode === "hold") await new Promise((resolve) => process.once("SIGTERM", resolve));
  let { position } = await store.journal.head();
  while (mode === "append") {
    await store.journal.append(batch(entries(position + 1, position + 3)));
    position += 3;
    console.log(`acknowledged ${position}`);
  }
  await store.close();
  console.log("closed");
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  process.exitCode = 1;
}
