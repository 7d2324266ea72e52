/** Snapshots, files, keys and the cabinet: each one table. */
import type { Cabinet, Files, Keys, Snapshots } from "../../store.ts";
import { checkHash, checkText } from "../../store-checks.ts";
import type { Database } from "./database.ts";

export function postgresSnapshots(database: Database): Snapshots {
  return {
    async find(records, fold) {
      const found = await database.read<{ record: string; position: number; state: Buffer }>(
        "select record, position, state from snapshot where record = any($1) and fold = $2",
        [records, fold],
      );
      return new Map(found.map(({ record, ...snapshot }) => [record, snapshot]));
    },
    async put(record, fold, position, state) {
      // A snapshot can be made again, so it need not wait for the disk.
      await database.transaction(async (client) => {
        await client.query("set local synchronous_commit = off");
        await client.query(
          `insert into snapshot values ($1, $2, $3, $4) on conflict (record, fold) do update
             set position = excluded.position, state = excluded.state where snapshot.position <= excluded.position`,
          [record, fold, position, asBuffer(state)],
        );
      });
    },
  };
}

export function postgresFiles(database: Database): Files {
  return {
    async put(hash, bytes) {
      checkHash(hash, bytes);
      await database.write("insert into file values ($1, $2) on conflict do nothing", [
        hash,
        asBuffer(bytes),
      ]);
    },
    async find(hash) {
      const [found] = await database.read<{ bytes: Buffer }>("select bytes from file where hash = $1", [
        hash,
      ]);
      return found?.bytes;
    },
    async list() {
      return (await database.read<{ hash: string }>("select hash from file order by hash")).map(
        ({ hash }) => hash,
      );
    },
  };
}

type KeyRow = { readonly subject: string; readonly key: Buffer };

const keysBySubject = (rows: readonly KeyRow[]): ReadonlyMap<string, Uint8Array> =>
  new Map(rows.map(({ subject, key }) => [subject, key]));

export function postgresKeys(database: Database): Keys {
  const select = "select subject, key from personal_key";
  return {
    async find(subjects) {
      if (subjects.length === 0) return new Map();
      return keysBySubject(await database.read<KeyRow>(`${select} where subject = any($1)`, [subjects]));
    },
    async all() {
      return keysBySubject(await database.read<KeyRow>(select));
    },
    async restore(keys) {
      for (const subject of keys.keys()) checkText(subject, "the subject of a key");
      await database.write(
        "insert into personal_key select * from unnest($1::text[], $2::bytea[]) on conflict do nothing",
        [[...keys.keys()], [...keys.values()].map(asBuffer)],
      );
    },
    async erase(subjects) {
      await database.write("delete from personal_key where subject = any($1)", [subjects]);
    },
  };
}

export function postgresCabinet(database: Database): Cabinet {
  return {
    async get(drawer, key) {
      const [found] = await database.read<{ value: unknown }>(
        "select value from cabinet where drawer = $1 and key = $2",
        [drawer, key],
      );
      return found?.value;
    },
    async put(drawer, key, value) {
      checkText(drawer, "the name of a drawer");
      checkText(key, `a key of drawer ${drawer}`);
      await database.write(
        "insert into cabinet values ($1, $2, $3) on conflict (drawer, key) do update set value = excluded.value",
        [drawer, key, JSON.stringify(value)],
      );
    },
    async remove(drawer, key) {
      await database.write("delete from cabinet where drawer = $1 and key = $2", [drawer, key]);
    },
    async list(drawer) {
      return database.read<{ key: string; value: unknown }>(
        "select key, value from cabinet where drawer = $1 order by key",
        [drawer],
      );
    },
  };
}

/** The same bytes as a Buffer, which `pg` sends in binary. */
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
