/** What books and their papers ask of somebody, the most urgent first. */
import type { ListRow, LookAnswer, Session } from "../../api/types.ts";
import type { Key, Values } from "../../catalogue/catalogue.ts";
import type { Tone } from "../../shared/tag.tsx";
import { type List, listActs } from "../list/acts.ts";

export type Task = {
  readonly tone: Extract<Tone, "you" | "others" | "stopped">;
  readonly words: Key;
  readonly values: Values;
  readonly href: string;
  /** The last day for it. */
  readonly day?: string;
};

export type Papers = {
  readonly books: readonly ListRow<"account-book.list">[];
  readonly passes: readonly ListRow<"gate-pass.list">[];
  readonly forms: readonly ListRow<"business-form.list">[];
  /** Slips that went and are not declared. */
  readonly slips: readonly ListRow<"stock-slip.list">[];
  /** Goods that entered first and are still to be declared, by book. */
  readonly undeclared: readonly {
    readonly book: string;
    readonly of: LookAnswer<"account-book.show">["undeclared"];
  }[];
  /** Approved lists. */
  readonly lists: readonly List[];
};

/** One line for a kind of task: to the one that waits, or to all of them. */
const together = (
  words: "today.decideBook" | "today.decideChange" | "today.decideForm" | "today.pass",
  hrefs: readonly string[],
  all: string,
): readonly Task[] => {
  const [first] = hrefs;
  if (first === undefined) return [];
  return hrefs.length === 1
    ? [{ tone: "you", words: `${words}One`, values: {}, href: first }]
    : [{ tone: "you", words: `${words}s`, values: { count: hrefs.length }, href: all }];
};

const forOfficer = ({ books, forms, passes }: Papers): readonly Task[] => [
  ...together(
    "today.pass",
    passes.map(({ pass }) => `/passes/${pass}`),
    "/passes?state=approved",
  ),
  ...together(
    "today.decideBook",
    books.filter(({ state }) => state === "declared").map(({ book }) => `/books/${book}`),
    "/books",
  ),
  ...together(
    "today.decideChange",
    books.filter(({ change }) => change).map(({ book }) => `/books/${book}`),
    "/books",
  ),
  ...together(
    "today.decideForm",
    forms.map(({ form }) => `/forms/${form}`),
    "/books",
  ),
];

const byForm = (slips: Papers["slips"], today: string): readonly Task[] =>
  [...new Set(slips.map(({ form }) => form))].map((form) => {
    const of = slips.filter((slip) => slip.form === form);
    const day = of.map(({ by }) => by).toSorted()[0]!;
    return {
      tone: day < today ? "stopped" : "you",
      words: of.length === 1 ? "today.slipOne" : "today.slips",
      values: { count: of.length, form },
      href: `/forms/${form}`,
      day,
    };
  });

const forEnterprise = (papers: Papers, session: Session, today: string): readonly Task[] => {
  const { slips, undeclared, lists, books, passes } = papers;
  const acts = lists.flatMap((list): readonly Task[] => {
    const [act] = listActs(list, session);
    if (act !== "pass" && act !== "cover" && act !== "post") return [];
    return [
      {
        tone: "you",
        words: `today.list.${act}`,
        values: { list: list.number },
        href: `/lists/${list.number}`,
      },
    ];
  });
  const waiting = lists.length - acts.length;
  const asked = books.filter(({ state }) => state === "declared");
  return [
    ...byForm(slips, today),
    ...undeclared.flatMap(({ book, of }) =>
      of.map(
        ({ pass, by }): Task => ({
          ...{ tone: by < today ? "stopped" : "you", words: "today.undeclared", values: { pass } },
          ...{ href: `/books/${book}/declare?pass=${pass}`, day: by },
        }),
      ),
    ),
    ...acts,
    ...(waiting > 0
      ? [
          {
            ...{ tone: "others" as const, href: "/lists?state=approved", values: { count: waiting } },
            words: waiting === 1 ? ("today.listsOne" as const) : ("today.lists" as const),
          },
        ]
      : []),
    ...(passes.length > 0
      ? [
          {
            ...{ tone: "others" as const, href: "/passes?state=approved", values: { count: passes.length } },
            words: passes.length === 1 ? ("today.passOne" as const) : ("today.passs" as const),
          },
        ]
      : []),
    ...(asked.length > 0
      ? [
          {
            ...{ tone: "others" as const, href: "/books", values: { count: asked.length } },
            words: asked.length === 1 ? ("today.booksOne" as const) : ("today.books" as const),
          },
        ]
      : []),
  ];
};

const TONES = ["stopped", "you", "others"];

/** Overdue first, then by the day, then what has none; at the end what waits for others. */
export const bookWork = (papers: Papers, session: Session, today: string): readonly Task[] => {
  const officer = session.grants.some(({ role }) => role === "officer");
  const tasks = officer ? forOfficer(papers) : forEnterprise(papers, session, today);
  const urgency = ({ tone, day }: Task) => `${TONES.indexOf(tone)} ${day ?? "9999"}`;
  return tasks.toSorted((one, other) =>
    urgency(one) < urgency(other) ? -1 : urgency(one) > urgency(other) ? 1 : 0,
  );
};
