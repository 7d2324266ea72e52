/** The server on which books and lists are measured, in a process of its own: `ledger-server.ts DATA-DIR`. */
import { KEEPER, setUpLedgerWorld } from "./ledger-world.ts";
import { serveWorld } from "./serve-world.ts";

await serveWorld(process.argv[2]!, KEEPER, setUpLedgerWorld);
