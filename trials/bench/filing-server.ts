/** The server on which filing is measured, in a process of its own: `filing-server.ts DATA-DIR`. */
import { FILER, setUpFilingWorld } from "./filing-world.ts";
import { serveWorld } from "./serve-world.ts";

await serveWorld(process.argv[2]!, FILER, setUpFilingWorld);
