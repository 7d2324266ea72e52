/** What a client was acknowledged, written down as it came, and everything that later does not fit it. */
import { hash } from "node:crypto";
import type { Answer } from "./client.ts";
import type { Filed } from "./journal-watch.ts";

type Acknowledged = Extract<Answer, { kind: "acknowledged" }>;
type Kept = { readonly declaration: string; readonly answer: string };

const hashOf = (text: string): string => hash("sha256", text, "base64");

/** See the file's first line. Findings are sentences; none means that every promise held. */
export class Ledger {
  readonly #kept = new Map<string, Kept>();
  readonly #referenceOf = new Map<string, string>();
  readonly #findings = new Set<string>();
  readonly #tell: (finding: string) => void;
  /** How many acknowledgements were asked for again and compared. */
  repeats = 0;

  /** `tell` hears of each finding at once: a trial may take an hour. */
  constructor(tell: (finding: string) => void) {
    this.#tell = tell;
  }

  /** How many references were acknowledged. */
  get size(): number {
    return this.#kept.size;
  }

  /** All acknowledged references, in the order of their acknowledgements. */
  get references(): readonly string[] {
    return [...this.#kept.keys()];
  }

  /** Everything that broke a promise so far. */
  get findings(): readonly string[] {
    return [...this.#findings];
  }

  /** Notes something that broke a promise. */
  found(what: string): void {
    if (this.#findings.has(what)) return;
    this.#findings.add(what);
    this.#tell(what);
  }

  /** Keeps the first acknowledgement of a reference, and compares every later one with it. */
  note(reference: string, answer: Acknowledged): void {
    const kept = this.#kept.get(reference);
    if (kept) this.#compare(reference, kept, answer);
    else this.#keep(reference, answer);
  }

  #keep(reference: string, { declaration, text }: Acknowledged): void {
    const other = this.#referenceOf.get(declaration);
    if (other) this.found(`${declaration} was given to ${other} and to ${reference}`);
    this.#referenceOf.set(declaration, reference);
    this.#kept.set(reference, { declaration, answer: hashOf(text) });
  }

  #compare(reference: string, kept: Kept, { declaration, repeated, text }: Acknowledged): void {
    this.repeats += 1;
    if (!repeated) this.found(`${reference} was lost: it was filed anew as ${declaration}`);
    else if (declaration !== kept.declaration)
      this.found(`${reference} was ${kept.declaration} and is now ${declaration}`);
    else if (hashOf(text) !== kept.answer) this.found(`the answer to ${reference} changed: ${text}`);
  }

  /** Compares with what the journal holds: every acknowledged reference once, under its number. */
  compareWith(filed: ReadonlyMap<string, Filed>): void {
    for (const [reference, { declaration }] of this.#kept) {
      const found = filed.get(reference);
      if (!found) this.found(`${reference} was acknowledged and is not in the journal`);
      else if (found.declaration !== declaration)
        this.found(`${reference} was acknowledged as ${declaration}; the journal has ${found.declaration}`);
    }
  }
}
