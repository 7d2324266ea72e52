/** Reads the journal beside the server, straight from its tables, and verifies what was added since the last look. */
import { parseEntry } from "@openftz/kernel/entry.ts";
import { sameBytes } from "@openftz/kernel/hash.ts";
import { rootOf } from "@openftz/kernel/merkle.ts";
import { Database, type DatabaseOptions } from "@openftz/server/adapters/postgres/database.ts";
import { sha256 } from "@openftz/server/desk/sealing.ts";
import { fromTheStart, type Verified, verifySlice } from "@openftz/server/desk/verify.ts";
import type { StoredEntry } from "@openftz/server/store.ts";

/** A filed declaration as the journal holds it. */
export type Filed = { readonly declaration: string; readonly position: number };

type Row = [
  position: number,
  seal: Buffer,
  bytes: Buffer,
  records: string[],
  scope: string | null,
  text: string | null,
  entries: number | null,
];

const SLICE = 1_000;
const NEXT =
  "select position, seal, body, records, reference_scope, reference_text, reference_entries from journal where position > $1 order by position limit $2";

/** See the file's first line. */
export class JournalWatch {
  readonly #filed = new Map<string, Filed>();
  readonly #numbers = new Map<string, string>();
  readonly #findings: string[] = [];
  #verified: Verified = fromTheStart;

  /** Declarations by the reference they were filed under. */
  get filed(): ReadonlyMap<string, Filed> {
    return this.#filed;
  }

  /** What occurs twice, in sentences. */
  get findings(): readonly string[] {
    return this.#findings;
  }

  /** How many entries were verified. */
  get entries(): number {
    return this.#verified.position;
  }

  /** The head of the tree over everything verified. */
  get root(): Uint8Array {
    return rootOf(sha256, this.#verified.frontier);
  }

  /** Verifies seals, chain, records and references of every new entry. @throws JournalFault at the first that is not sound */
  async advance(connection: DatabaseOptions["connection"]): Promise<void> {
    const database = new Database({ connection });
    try {
      for (let slice = await this.#next(database); slice.length > 0; slice = await this.#next(database)) {
        this.#verified = verifySlice(this.#verified, slice);
        for (const each of slice) this.#note(each);
      }
      await this.#checkHead(database);
    } finally {
      await database.close();
    }
  }

  async #next(database: Database): Promise<readonly StoredEntry[]> {
    const rows = await database.readArrays<Row>(NEXT, [this.#verified.position, SLICE]);
    return rows.map(([position, seal, bytes, records, scope, text, entries]) => ({
      ...{ position, seal, bytes, records },
      ...(scope !== null && text !== null && entries !== null && { reference: { scope, text, entries } }),
    }));
  }

  async #checkHead(database: Database): Promise<void> {
    const [head] = await database.read<{ position: number; seal: Buffer }>("select position, seal from head");
    if (head?.position !== this.#verified.position || !sameBytes(head.seal, this.#verified.seal))
      this.#findings.push(`the head says ${head?.position}, the journal ends at ${this.#verified.position}`);
  }

  #note({ position, bytes }: StoredEntry): void {
    const { type, reference, body } = parseEntry(bytes);
    if (type !== "declaration.filed" || reference === null) return;
    const declaration = (body as { number: string }).number;
    const earlier = this.#filed.get(reference.text);
    if (earlier) this.#findings.push(`${reference.text} was filed at ${earlier.position} and at ${position}`);
    const other = this.#numbers.get(declaration);
    if (other) this.#findings.push(`the journal gives ${declaration} to ${other} and to ${reference.text}`);
    this.#filed.set(reference.text, { declaration, position });
    this.#numbers.set(declaration, reference.text);
  }
}
