import { createHash } from "node:crypto";
import type pg from "pg";
import type { Row, RowOperation, ViewShape, Views } from "../../store.ts";
import { checkOperation, checkShape } from "../../view-checks.ts";
import { copyRows } from "./copy-rows.ts";
import { CopyStatement } from "./copy-statement.ts";
import type { Database } from "./database.ts";
import { sqlState } from "./database-errors.ts";
import { compileQuery, quoted, type Statement, tableOf } from "./sql-terms.ts";
import { groupOperations } from "./view-groups.ts";
import { createTable, groupStatement } from "./view-statements.ts";

export function postgresViews(database: Database): Views {
  const shapes = new Map<string, ViewShape>();
  const shapeOf = (view: string): ViewShape => {
    const shape = shapes.get(view);
    if (shape === undefined) throw new Error(`There is no view ${view}; prepare its shape first.`);
    return shape;
  };
  return {
    async prepare(wanted) {
      for (const shape of wanted) checkShape(shape);
      await database.transaction(async (client) => {
        for (const shape of wanted) await prepareOne(client, shape);
      });
      for (const shape of wanted) shapes.set(shape.name, structuredClone(shape));
    },
    async position(view) {
      shapeOf(view);
      const [row] = await database.read<{ position: number }>(
        "select position from view_position where view = $1",
        [view],
      );
      return row!.position;
    },
    async apply(from, to, work) {
      const changes = [...work].flatMap(([view, operations]) => changesOf(shapeOf(view), operations));
      await database.transaction(async (client) => {
        await moveForward(client, from, to, [...work.keys()]);
        for (const change of changes) await change(client);
      });
    },
    async query(query) {
      const { text, values } = compileQuery(shapeOf(query.view), query);
      return database.read<Row>(text, values);
    },
    async reset(view) {
      const table = tableOf(shapeOf(view).name);
      await database.transaction(async (client) => {
        await client.query("update view_position set position = 0 where view = $1", [view]);
        await client.query(`truncate ${table}`);
      });
    },
  };
}

/** Any difference in shape counts as a new version: a table never stays that does not fit. */
async function prepareOne(client: pg.ClientBase, shape: ViewShape): Promise<void> {
  const text = JSON.stringify(shape);
  const { rowCount } = await client.query("select from view_position where view = $1 and shape = $2", [
    shape.name,
    text,
  ]);
  if (rowCount === 1) return;
  await client.query(createTable(shape));
  await client.query(
    `insert into view_position (view, shape, position) values ($1, $2, 0)
       on conflict (view) do update set shape = excluded.shape, position = 0`,
    [shape.name, text],
  );
}

type Change = (client: pg.ClientBase) => Promise<void>;

/** What is to be done to a view. It is put into statements before the transaction begins, which others wait for. */
function changesOf(shape: ViewShape, operations: readonly RowOperation[]): readonly Change[] {
  for (const operation of operations) checkOperation(shape, operation);
  return groupOperations(shape, operations).map((group) => {
    const statement = (): Statement => groupStatement(shape, group);
    if (group.kind !== "put" || group.rows.size < WORTH_A_COPY) return sending(statement());
    return copying(shape, group.rows.values(), statement);
  });
}

const WORTH_A_COPY = 20;

const sending =
  (statement: Statement): Change =>
  async (client) => {
    await client.query({ name: nameOf(statement), ...forPg(statement) });
  };

/** Most rows that are put are new, and to copy them is the quickest. Where one is there already, all are put. */
const copying = (shape: ViewShape, rows: Iterable<Row>, otherwise: () => Statement): Change => {
  const columns = Object.keys(shape.columns).map(quoted).join(", ");
  const text = `savepoint copied; copy ${tableOf(shape.name)} (${columns}) from stdin (format binary)`;
  const encoded = copyRows(shape, rows);
  return async (client) => {
    const { error } = await client.query(new CopyStatement(text, encoded)).answered;
    if (error === undefined) return;
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
    await client.query("rollback to savepoint copied");
    await sending(otherwise())(client);
  };
};

const UNIQUE_VIOLATION = "23505";

/** A view can be made again from the journal, so its transaction need not wait for the disk: at worst it stands earlier. */
async function moveForward(
  client: pg.ClientBase,
  from: number,
  to: number,
  views: readonly string[],
): Promise<void> {
  await client.query("set local synchronous_commit = off");
  const moved = await client.query<{ view: string }>({
    name: "move views",
    text: "update view_position set position = $2 where view = any($3) and position = $1 returning view",
    values: [from, to, views],
  });
  if (moved.rowCount === views.length) return;
  const { rows } = await client.query<{ view: string; position: number }>(
    "select view, position from view_position where view = any($1)",
    [views],
  );
  const names = new Set(moved.rows.map(({ view }) => view));
  const other = rows.find(({ view }) => !names.has(view));
  throw new Error(`View ${other?.view} stands at ${other?.position}, not at ${from}; nothing was applied.`);
}

/** The same text is parsed and planned once for each connection. */
const nameOf = ({ text }: Statement): string => createHash("sha1").update(text).digest("base64url");

const forPg = ({ text, values }: Statement): { text: string; values: unknown[] } => ({
  text,
  values: [...values],
});
