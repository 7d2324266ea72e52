/** What must be true of zones whatever the code says, kept from the raw entries and day by day where days matter. */
import { must } from "./violation.ts";

type Body = Readonly<Record<string, unknown>>;
type Held = { readonly zone: string; readonly code: string; readonly from: string; until: string };

const EVER = "9999-12-31";
const STEPS = ["approved", "under-construction", "jointly-accepted", "closed-operation"];

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** See the file's first line. */
export class ZoneDomain {
  readonly #types = new Map<string, string>();
  readonly #steps = new Map<string, { readonly step: string; readonly on: string }>();
  readonly #districts: Held[] = [];

  /** Takes the next entry in; throws a Violation when it may not be. */
  hear(type: string, body: Body): void {
    const text = (field: string): string => String(body[field]);
    if (type === "zone.registered" || type === "zone.type-changed") this.#typed(text("zone"), text("from"));
    else if (type === "zone.acceptance-recorded")
      this.#stepped(`${text("zone")} ${text("part")}`, text("step"), text("on"));
    else if (type === "zone.code-set" && body.kind === "district") this.#coded(body);
  }

  #typed(zone: string, from: string): void {
    const before = this.#types.get(zone);
    must("a zone's types follow one another", before === undefined || before < from, () => `${zone} ${from}`);
    this.#types.set(zone, from);
  }

  #stepped(part: string, step: string, on: string): void {
    const last = this.#steps.get(part);
    const isLater = last === undefined || STEPS.indexOf(step) >= STEPS.indexOf(last.step);
    const isFirst = last !== undefined || step === "approved";
    const isAccepted =
      step !== "closed-operation" || last?.step === "jointly-accepted" || last?.step === step;
    const inOrder = last === undefined || last.step === step || last.on <= on;
    must(
      "a zone is accepted step by step",
      isLater && isFirst && isAccepted && inOrder,
      () => `${part}: ${step} on ${on} after ${last?.step} on ${last?.on}`,
    );
    this.#steps.set(part, { step, on });
  }

  #coded(body: Body): void {
    const [zone, code, from] = [String(body.zone), String(body.code), String(body.from)];
    const until = body.until === null ? EVER : String(body.until);
    for (const held of this.#districts)
      if (held.zone === zone && held.code === body.replaces && held.from < from && held.until >= from)
        held.until = dayBefore(from);
    const same = this.#districts.find(
      (held) => held.zone === zone && held.code === code && held.from === from,
    );
    if (same) same.until = until;
    else this.#districts.push({ zone, code, from, until });
    const isTwice = (a: Held, b: Held): boolean =>
      a !== b && a.from <= b.until && b.from <= a.until && (a.zone === b.zone || a.code === b.code);
    const clash = this.#districts.find((held) => this.#districts.some((other) => isTwice(held, other)));
    must("a district code means one zone, and a zone has one", clash === undefined, () =>
      JSON.stringify(clash),
    );
  }
}
