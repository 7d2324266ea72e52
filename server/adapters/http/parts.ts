/** What the routes are made of. */
import type { Callers } from "../../accounts/callers.ts";
import type { Chance, Clock, Log } from "../../desk/ports.ts";
import type { Installation } from "../../installation.ts";
import type { Proofs } from "../../proof/proofs.ts";
import type { Admission } from "./admission.ts";
import type { Unanswered } from "./connections.ts";
import type { HttpMeters } from "./http-meters.ts";
import type { Limits } from "./limits.ts";
import type { Throttle } from "./throttle.ts";

/** Handed to every file of routes. */
export type HttpParts = {
  readonly installation: Installation;
  readonly callers: Callers;
  readonly throttle: Throttle;
  /** Who has a place for a request. */
  readonly admission: Admission;
  /** Who waits without one, by connection. */
  readonly unanswered: Unanswered;
  readonly meters: HttpMeters;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** Believe what the proxy says of address, host and protocol, and mark cookies Secure. */
  readonly behindProxy: boolean;
  /** Host names under which it answers; undefined behind a proxy, which knows better. */
  readonly hosts: ReadonlySet<string> | undefined;
  /** The folder of the built pages; undefined when there are none. */
  readonly webRoot: string | undefined;
  /** Signed checkpoints and proofs; undefined where nothing is signed. */
  readonly proofs: Proofs | undefined;
};
