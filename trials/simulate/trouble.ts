/** What goes wrong: each trouble begins while people are at work, and ends by itself. */
import { createHash } from "node:crypto";
import type { Reply } from "../../server/desk/replies.ts";
import { StoreUnavailable } from "../../server/store.ts";
import type { Random } from "../random.ts";
import { file, pay } from "./habits.ts";
import { editionOf, OFFICES } from "./people.ts";
import type { World } from "./world.ts";

/** One kind of trouble: begins it; gives what it came to in words. */
export type Trouble = (world: World, random: Random) => string;

const MINUTE_MS = 60_000;
const MOST_PAID_LATE = 12;
const HOUR_MS = 60 * MINUTE_MS;

/** Ends something after a while. */
const later = (world: World, ms: number, end: () => void): void => {
  const over = world.trouble();
  world.loop.at(ms, () => {
    end();
    over();
  });
};

const death: Trouble = (world, random) => {
  const after = random.below(40);
  const asleep = 100 + random.below(1_500);
  world.loop.at(after, () => world.host.kill(asleep));
  later(world, after + asleep + 1_000, () => {});
  return `the process dies, and starts again ${asleep} ms later`;
};

const deathAtAnAppend: Trouble = (world, random) => {
  const asleep = 100 + random.below(500);
  const look = (): void => {
    if (world.weather.onTheWay > 0) world.host.kill(asleep);
    else world.loop.at(1, look);
  };
  look();
  later(world, 2_000, () => {});
  return "the process dies while it appends";
};

const away: Trouble = (world, random) => {
  const ms = 200 + random.below(2_500);
  world.weather.isAway = true;
  later(world, ms, () => {
    world.weather.isAway = false;
  });
  return `the store is away for ${ms} ms`;
};

const fullStore: Trouble = (world, random) => {
  const ms = 200 + random.below(2_000);
  world.weather.isFull = true;
  later(world, ms, () => {
    world.weather.isFull = false;
  });
  return `the store is full for ${ms} ms`;
};

const appendFaults: Trouble = (world, random) => {
  const faults = Array.from({ length: 1 + random.below(6) }, () =>
    random.pick(["refused", "unknown, kept", "unknown, lost"] as const),
  );
  world.weather.appends.push(...faults);
  later(world, 2_000, () => world.weather.appends.splice(0));
  return `the next appends: ${faults.join("; ")}`;
};

const slow: Trouble = (world, random) => {
  const legMs = 20 + random.below(150);
  world.weather.legMs = legMs;
  later(world, 2_000, () => {
    world.weather.legMs = 4;
  });
  return `the store takes up to ${legMs} ms each way`;
};

const viewsFail: Trouble = (world, random) => {
  world.weather.viewsUnknown = 1 + random.below(3);
  later(world, 2_000, () => {
    world.weather.viewsUnknown = 0;
  });
  return "views are changed, and said not to be";
};

const badLine: Trouble = (world, random) => {
  const { line } = world.traffic;
  const calm = { ...line };
  Object.assign(line, { legMs: 100 + random.below(900), losesPercent: 20, doublesPercent: 40 });
  later(world, 2_500, () => Object.assign(line, calm));
  return "requests are late, doubled and lost";
};

const clockJump: Trouble = (world, random) => {
  const ms = random.pick([-3 * HOUR_MS, -5 * MINUTE_MS, 2 * HOUR_MS, 30 * HOUR_MS]);
  world.skewMs += ms;
  if (ms < 0)
    later(world, 2_000, () => {
      world.skewMs -= ms;
    });
  return `the clock jumps by ${ms / MINUTE_MS} minutes`;
};

const secondWriter: Trouble = (world, random) => {
  const ms = 600 + random.below(2_400);
  world.host.divide();
  later(world, ms, () => world.host.reunite());
  const isCut = random.chance(50);
  const { life } = world.host.other!;
  life.isCut = isCut;
  world.loop.at(ms * 0.3, () => {
    life.isCut = false;
  });
  return `a second server runs on the same store for ${ms} ms${isCut ? "; the first is cut off from it for a while" : ""}`;
};

const restart: Trouble = (world) => {
  world.host.restart();
  later(world, 2_000, () => {});
  return "the server is closed in good order and started again";
};

const rebuild: Trouble = (world) => {
  for (const query of ["declaration.list", "guarantee.list", "party.list"])
    world.askAside({ query, actor: "installation", request: {} });
  world.host.current.it?.rebuildViews().catch((error: unknown) => {
    // Whoever asked for it hears of it when the store is away or full; the views catch up all the same.
    if (!(error instanceof StoreUnavailable)) void world.broke(error);
  });
  return "views are rebuilt while everybody works";
};

/** Many change the tariff at once, so that what was prepared for one is stale when its turn comes. */
const stalePreparation: Trouble = (world, random) => {
  world.weather.legMs = 60;
  later(world, 1_500, () => {
    world.weather.legMs = 4;
  });
  for (let turn = 0; turn < 6; turn += 1) {
    const edition = random.pick(world.editions);
    const request = random.chance(70)
      ? { command: "tariff.adopt", request: { edition, from: world.today, source: `rush ${turn}` } }
      : { command: "tariff.revert", request: { reason: `rush ${turn}` } };
    const bytes = Buffer.from(JSON.stringify(request.request));
    world.traffic.send({ command: request.command, actor: "installation", bytes });
  }
  return "six changes of the tariff at once";
};

/** A person is erased while others look at what was said of it before, on a slow store. */
const erasure: Trouble = (world, random) => {
  const left = [...world.domain.parties.keys()].filter((party) => !world.domain.erased.has(party));
  const party = random.pick(left);
  const registered = world.shadow.entries.find(({ records }) => records.includes(`party/${party}`))!.position;
  world.weather.legMs = 80;
  later(world, 2_000, () => {
    world.weather.legMs = 4;
  });
  const send = (actor: string, command: string, request: object, then?: (reply: Reply) => void): void =>
    world.traffic.send({ actor, command, bytes: Buffer.from(JSON.stringify(request)) }, then);
  send("administrator-01", "party.erase-person", { party, reason: "asked for it" }, (reply) => {
    if (reply.kind === "accepted")
      send("administrator-02", "proposal.confirm", {
        proposal: (reply.answer as { proposal: string }).proposal,
      });
  });
  const question = {
    query: "party.show",
    actor: "installation",
    request: { id: party },
    asOf: String(registered),
  };
  const look = (): void => void world.host.current.it?.ask(question);
  // So many at once that some wait long for the key, and have it when it is gone.
  for (let at = 0; at < 25; at += 1) look();
  for (let at = 1; at < 60; at += 1) world.loop.at(20 * at, look);
  return `the person of ${party} is erased while others look`;
};

/** Many file at one office on a slow store, and everybody asks for what may just be getting its number. */
const impatience: Trouble = (world, random) => {
  const { domain, today, editions, audience } = world;
  world.weather.legMs = 60;
  later(world, 1_500, () => {
    world.weather.legMs = 4;
  });
  const place = { office: random.pick(OFFICES), direction: "import" };
  const rush = random.below(1_000_000_000);
  for (let turn = 0; turn < 40; turn += 1)
    world.loop.at(random.below(1_000), () => {
      const { command, actor, request } = file({ random, domain, today, editions, turn });
      const bytes = Buffer.from(JSON.stringify({ ...request, ...place, reference: `rush-${rush}-${turn}` }));
      world.traffic.send({ command, actor, bytes });
    });
  for (let look = 0; look < 200; look += 1)
    world.loop.at(random.below(1_200), () => {
      const declaration = audience.guess(random);
      if (declaration)
        world.askAside({ query: "declaration.show", actor: "installation", request: { declaration } });
    });
  return `forty declarations at once at ${place.office}, and everybody asks for them`;
};

/** An edition is asked for before its file is kept, and again after it: it must not stay missing. */
const lateFile: Trouble = (world, random) => {
  const { it } = world.host.current;
  if (!it) return "nobody is there to keep a file";
  const rate = random.chance(50) ? 121 + random.below(20) : 20 + random.below(1_000);
  const bytes = editionOf(String(rate));
  const edition = createHash("sha256").update(bytes).digest("hex");
  world.domain.wine.set(edition, rate);
  const adopt = (source: string): Promise<unknown> =>
    it.submitValue("tariff.adopt", "installation", { edition, from: world.today, source });
  adopt("too early")
    .then(() => it.keepFile(bytes))
    .then(() => adopt("in time"))
    .catch((error: unknown) => world.host.told.push(String(error)));
  return "an edition is asked for before its file is kept";
};

/** The clock's work runs while everything else goes on. */
const dueUnderLoad: Trouble = (world, random) => {
  world.skewMs += random.pick([1, 1, 5, 16]) * 24 * HOUR_MS;
  world.weather.legMs = random.pick([4, 40]);
  const { domain, today } = world;
  for (const it of domain.unpaidOn(today).slice(0, MOST_PAID_LATE))
    world.loop.at(random.below(400), () => {
      const { command, actor, request } = pay(it, today, random);
      world.traffic.send({ command, actor, bytes: Buffer.from(JSON.stringify(request)) });
    });
  later(world, 1_500, () => {
    world.weather.legMs = 4;
  });
  const run = (): void => {
    const process = world.host.current;
    process.it?.runDeadlines().catch((error: unknown) => {
      if (process.life.alive) world.host.told.push(String(error));
    });
  };
  for (let look = 0; look < 3; look += 1) world.loop.at(random.below(300), run);
  if (random.chance(50)) later(world, 1_000 + random.below(1_000), () => {});
  return "a day ends while everybody works";
};

/** Every kind, by its name. */
export const TROUBLES: Readonly<Record<string, Trouble>> = {
  death,
  "death at an append": deathAtAnAppend,
  "store away": away,
  "store full": fullStore,
  "append faults": appendFaults,
  "slow store": slow,
  "views fail": viewsFail,
  "bad line": badLine,
  "clock jump": clockJump,
  "second writer": secondWriter,
  restart,
  rebuild,
  "stale preparation": stalePreparation,
  "due under load": dueUnderLoad,
  erasure,
  impatience,
  "late file": lateFile,
};
