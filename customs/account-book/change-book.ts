import Type from "typebox";
import { ArchiveRecord, whyNotInArchive } from "../archive/archive.ts";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, Remark } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { AccountBookRecord, BookNumber, type ChangedLine, PauseField } from "./account-book.ts";
import { BookLineRecord, LineId, lineId } from "./book-line.ts";
import { atBookOffice, atBookParty } from "./decide-account-book.ts";

const MOST_LINES = 500;

const LineChange = Type.Object(
  {
    line: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
    commodity: Type.Optional(Type.String({ pattern: "^[0-9]{10}$", description: "Ten digits." })),
    description: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  },
  closed,
);

const AskChange = Type.Object(
  {
    book: BookNumber,
    validUntil: Type.Optional(Day),
    lines: Type.Optional(Type.Array(LineChange, { minItems: 1, maxItems: MOST_LINES })),
    reason: Remark,
  },
  closed,
);

const archiveNeeds = (book: string, records: Records): readonly Need[] => {
  const archive = records.find(AccountBookRecord, book)?.archive ?? null;
  return archive === null ? [] : [may(ArchiveRecord, archive)];
};

const IN_FORCE = "Only a book in force is changed.";

/**
 * An enterprise asks to change a book: how long it is valid, or what its goods are called. Until an officer has decided, lists
 * are declared and posted on the book as it is; one change waits at a time. Domain 2.5.2.
 */
export const fileChange = command({
  name: "account-book.file-change",
  title: { en: "Ask for a change of a book", zh: "账册变更申请" },
  by: ["declarant"],
  request: AskChange,
  needs: ({ book, lines }, records) => [
    must(AccountBookRecord, book, "/book"),
    ...archiveNeeds(book, records),
    ...(lines ?? []).map(({ line }, index) =>
      must(BookLineRecord, lineId(book, line), `/lines/${index}/line`),
    ),
  ],
  places: ({ book }, records) => atBookParty(book, records),
  decide: ({ book, validUntil, lines = [], reason }, { records, now }) => {
    const it = records.get(AccountBookRecord, book);
    if (it.state !== "effective") return refuse("not-now", `${book} is ${it.state}.`, IN_FORCE);
    if (it.change)
      return refuse(
        "not-now",
        `${book} has a change that waits already.`,
        "Wait for the officer's decision.",
      );
    const faults: Fault[] = validUntil === undefined ? [] : [...invalidDays({ validUntil }, ["validUntil"])];
    if (validUntil !== undefined && validUntil < now.day)
      faults.push({ pointer: "/validUntil", detail: `The book would end before today, ${now.day}.` });
    const archive = it.archive === null ? undefined : records.get(ArchiveRecord, it.archive);
    if (archive && validUntil !== undefined && validUntil > archive.content.validUntil)
      faults.push({
        pointer: "/validUntil",
        detail: `${archive.number} itself is valid until ${archive.content.validUntil} only.`,
        try: [archive.content.validUntil],
      });
    if (validUntil === undefined && lines.length === 0)
      faults.push({ pointer: "", detail: "Nothing would change." });
    for (const [index, { line, commodity, description }] of lines.entries()) {
      if (lines.findIndex((each) => each.line === line) !== index)
        faults.push({ pointer: `/lines/${index}/line`, detail: `Line ${line} is named twice.` });
      const foreign = archive && commodity !== undefined && whyNotInArchive(archive, commodity);
      if (foreign) faults.push({ pointer: `/lines/${index}/commodity`, detail: foreign });
      if (commodity === undefined && description === undefined)
        faults.push({ pointer: `/lines/${index}`, detail: "Nothing of the line would change." });
    }
    if (faults.length > 0)
      return refuse("invalid-request", "The change has mistakes.", "Correct them and send it again.", faults);
    const changed: readonly ChangedLine[] = lines.map(({ line: seq, ...fields }) => {
      const line = lineId(book, seq);
      return { line, goods: { ...records.get(BookLineRecord, line).goods, ...fields } };
    });
    return accept({
      type: "account-book.change-filed",
      records: [keyOf(AccountBookRecord, book)],
      body: { book, validUntil: validUntil ?? it.validUntil, lines: changed, reason },
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

const changedLines = (book: string, records: Records): readonly Need[] =>
  (records.find(AccountBookRecord, book)?.change?.lines ?? []).map(({ line }) => may(BookLineRecord, line));

/** An officer takes a change into the book, or declines it and says why. Papers under way keep to what they were declared on. */
export const decideChange = command({
  name: "account-book.decide-change",
  title: { en: "Decide on a change of a book", zh: "账册变更审批" },
  by: ["officer"],
  request: Type.Object({ book: BookNumber, accept: Type.Boolean(), reason: Remark }, closed),
  needs: ({ book }, records) => [must(AccountBookRecord, book, "/book"), ...changedLines(book, records)],
  places: ({ book }, records) => atBookOffice(book, records),
  decide: ({ book, accept: isAccepted, reason }, { records }) => {
    const { change, state } = records.get(AccountBookRecord, book);
    if (state !== "effective") return refuse("not-now", `${book} is ${state}.`, IN_FORCE);
    if (!change) return refuse("not-now", `${book} has no change that waits.`, "Nothing is left to do.");
    return accept({
      type: "account-book.change-decided",
      records: [
        keyOf(AccountBookRecord, book),
        ...change.lines.map(({ line }) => keyOf(BookLineRecord, line)),
      ],
      body: { book, accept: isAccepted, reason, ...change },
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

/** An enterprise closes a book for ever: nothing is left on its lines, and no paper of it is under way. */
export const closeBook = command({
  name: "account-book.close",
  title: { en: "Close a book", zh: "账册结案" },
  by: ["declarant"],
  request: Type.Object({ book: BookNumber, reason: Remark }, closed),
  needs: ({ book }) => [must(AccountBookRecord, book, "/book")],
  places: ({ book }, records) => atBookParty(book, records),
  decide: ({ book, reason }, { records }) => {
    const { state, counts, papers, change, undeclared } = records.get(AccountBookRecord, book);
    if (state !== "effective")
      return refuse("not-now", `${book} is ${state}.`, "Only a book in force is closed.");
    const left = [
      ...(counts === 0n ? [] : ["goods are left on its lines"]),
      ...(papers === 0 ? [] : [`${papers} of its lists, slips, forms or passes are under way`]),
      ...(change ? ["a change of it waits"] : []),
      ...undeclared.map(({ pass }) => `the goods of ${pass} are not declared`),
    ];
    if (left.length > 0)
      return refuse("not-now", `${book} cannot be closed: ${left.join("; ")}.`, "End what is named first.");
    return accept({
      type: "account-book.closed",
      records: [keyOf(AccountBookRecord, book)],
      body: { book, reason },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: "closed" }),
});

/** An officer stops what comes into a book, goes out of it, or both; what is approved already waits. Domain 2.3. */
export const pauseBook = command({
  name: "account-book.pause",
  title: { en: "Pause a book", zh: "暂停账册进出口" },
  by: ["officer"],
  request: Type.Object({ book: BookNumber, pause: PauseField, reason: Remark }, closed),
  needs: ({ book }) => [must(AccountBookRecord, book, "/book")],
  places: ({ book }, records) => atBookOffice(book, records),
  decide: (request, { records }) => {
    const { state, pause } = records.get(AccountBookRecord, request.book);
    if (state !== "effective")
      return refuse("not-now", `${request.book} is ${state}.`, "Only a book in force is paused.");
    if (pause === request.pause)
      return refuse("not-now", `The pause of ${request.book} is ${pause} already.`, "Nothing is left to do.");
    return accept({
      type: "account-book.paused",
      records: [keyOf(AccountBookRecord, request.book)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

/** An officer stops what comes onto a line, leaves it, or both. Domain 2.3, cusmExeMarkcd. */
export const pauseLine = command({
  name: "book-line.pause",
  title: { en: "Pause a line of a book", zh: "暂停账册表体" },
  by: ["officer"],
  request: Type.Object({ line: LineId, pause: PauseField, reason: Remark }, closed),
  needs: ({ line }, records) => {
    const it = records.find(BookLineRecord, line);
    return [must(BookLineRecord, line, "/line"), ...(it ? [may(AccountBookRecord, it.book)] : [])];
  },
  places: ({ line }, records) => {
    const it = records.find(BookLineRecord, line);
    return it ? atBookOffice(it.book, records) : [];
  },
  decide: (request, { records }) => {
    const { pause } = records.get(BookLineRecord, request.line);
    if (pause === request.pause)
      return refuse("not-now", `The pause of ${request.line} is ${pause} already.`, "Nothing is left to do.");
    return accept({
      type: "book-line.paused",
      records: [keyOf(BookLineRecord, request.line)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
