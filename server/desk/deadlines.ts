/** The desk's clock: submits what is due as the actor "clock", each deadline once. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Store } from "../store.ts";
import { DEADLINE_VIEW } from "../views/deadline-view.ts";
import type { Log } from "./ports.ts";
import type { Reply, Submission } from "./replies.ts";

/** How many deadlines are read and submitted at once, unless told. */
export const DUE_AT_ONCE = 200;

type Due = {
  readonly record: string;
  readonly name: string;
  readonly at: string;
  readonly command: string;
  readonly request: object;
};

/** Submits every deadline whose day is over. Deadlines missed while the server was down are found here too. */
export const runDeadlines = async (parts: {
  readonly store: Store;
  readonly today: PlainDate;
  /** Where the journal stands: views that lag would hide what is due, or show what was settled. */
  readonly durable: number;
  readonly submit: (submission: Submission) => Promise<Reply>;
  readonly viewsReach: (position: number) => Promise<boolean>;
  readonly log: Log;
  readonly atOnce: number;
}): Promise<number> => {
  let after: readonly string[] | undefined;
  let done = 0;
  if (!(await parts.viewsReach(parts.durable))) parts.log.warn("deadlines-on-old-views");
  for (;;) {
    const rows = (await parts.store.views.query({
      view: DEADLINE_VIEW,
      where: [{ field: "at", is: "<", value: parts.today }],
      order: [{ field: "at" }, { field: "record" }, { field: "name" }],
      limit: parts.atOnce,
      ...(after && { after }),
    })) as unknown as readonly Due[];
    const replies = await Promise.all(rows.map((due) => submitDue(due, parts.submit)));
    for (const [index, reply] of replies.entries()) {
      if (reply.kind === "accepted") done += reply.repeated ? 0 : 1;
      else parts.log.warn("deadline-refused", { record: rows[index]!.record, detail: reply.problem.detail });
    }
    if (rows.length < parts.atOnce) return done;
    const last = rows.at(-1)!;
    after = [last.at, last.record, last.name];
  }
};

/** Record, name and day make the reference, so twice is once. */
const submitDue = (due: Due, submit: (submission: Submission) => Promise<Reply>): Promise<Reply> => {
  const reference = `${due.record.replace("/", ":")}:${due.name}:${due.at}`;
  const bytes = Buffer.from(JSON.stringify({ reference, ...due.request }));
  return submit({ command: due.command, actor: "clock", bytes });
};
