import Type from "typebox";
import { AccountBookRecord, stops } from "../account-book/account-book.ts";
import { BookLineRecord } from "../account-book/book-line.ts";
import { atBookOffice, atBookParty } from "../account-book/decide-account-book.ts";
import { MovingLines, moveApproved } from "../account-book/move-lines.ts";
import { countOf, textOf } from "../account-book/stock.ts";
import { type BondedList, BondedListRecord } from "../bonded-list/bonded-list.ts";
import { listNeeds } from "../bonded-list/end-list.ts";
import { postReady } from "../bonded-list/posting.ts";
import { BusinessFormRecord } from "../business-form/business-form.ts";
import { accept, refuse } from "../define/command.ts";
import { closed, DecimalText, Remark } from "../define/fields.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import { lastDay } from "../law/figures.ts";
import { slipRecords } from "../stock-slip/declare-slip.ts";
import { pathOf, type StockSlip, StockSlipRecord } from "../stock-slip/stock-slip.ts";
import { type GatePass, GatePassRecord, type TakenOfList } from "./gate-pass.ts";
import { PassNumber } from "./pass-number.ts";

const bookOf = (pass: string, records: Records): string | undefined =>
  records.find(GatePassRecord, pass)?.book;

const formOf = (slip: StockSlip | undefined): readonly Need[] =>
  slip ? [may(BusinessFormRecord, slip.form)] : [];

const passNeeds = (pass: string, records: Records): readonly Need[] => {
  const it = records.find(GatePassRecord, pass);
  if (!it) return [must(GatePassRecord, pass, "/pass")];
  return [
    must(GatePassRecord, pass, "/pass"),
    may(AccountBookRecord, it.book),
    ...it.lists.flatMap(({ list }) => listNeeds(list, records)),
    ...it.slips.flatMap((slip) => [
      may(StockSlipRecord, slip),
      ...formOf(records.find(StockSlipRecord, slip)),
      ...(records.find(StockSlipRecord, slip)?.lines ?? []).map(({ line }) => may(BookLineRecord, line)),
    ]),
  ];
};

const recordsOf = ({ number, book, lists, slips }: GatePass): readonly string[] => [
  keyOf(GatePassRecord, number),
  keyOf(AccountBookRecord, book),
  ...lists.map(({ list }) => keyOf(BondedListRecord, list)),
  ...slips.map((slip) => keyOf(StockSlipRecord, slip)),
];

const isUncovered = (list: string, records: Records): boolean => {
  const { declares, declaration } = records.get(BondedListRecord, list);
  return declares && declaration === null;
};

/** A list with what has just passed of it. */
const afterPassage = (list: BondedList, { lines }: TakenOfList): BondedList => ({
  ...list,
  lines: list.lines.map((line, index) => {
    const taken = lines.find((each) => each.index === index);
    return taken ? { ...line, passed: textOf(countOf(line.passed) + countOf(taken.declared)) } : line;
  }),
});

/**
 * An officer records that a vehicle went through the gate. Goods of slips have then left, or arrived; a list that waited for
 * nothing else is posted with it.
 */
export const recordPassage = command({
  name: "gate-pass.record-passage",
  title: { en: "Record a passage", zh: "卡口过卡登记" },
  by: ["officer"],
  request: Type.Object({ pass: PassNumber, weighedKg: Type.Optional(DecimalText) }, closed),
  needs: ({ pass }, records) => passNeeds(pass, records),
  places: ({ pass }, records) => {
    const book = bookOf(pass, records);
    return book === undefined ? [] : atBookOffice(book, records);
  },
  decide: ({ pass, weighedKg }, { records, now }, law) => {
    const it = records.get(GatePassRecord, pass);
    if (it.state !== "approved")
      return refuse("not-now", `${pass} is ${it.state}.`, "A pass is good for one passage.");
    const { pause } = records.get(AccountBookRecord, it.book);
    if (stops(pause, it.direction === "in"))
      return refuse(
        "not-now",
        `${it.book} is paused by customs (${pause}).`,
        "Let nothing through until the pause ends.",
      );
    const uncovered = it.direction === "out" && it.lists.find(({ list }) => isUncovered(list, records));
    if (uncovered)
      return refuse(
        "not-now",
        `${uncovered.list} waits for its declaration: nothing leaves before that is released.`,
        "Name the declaration of the list first.",
      );
    const lines = new MovingLines(records);
    const slips = it.slips.map((slip) => records.get(StockSlipRecord, slip));
    return accept(
      {
        type: "gate-pass.passed",
        records: recordsOf({ ...it, slips: [] }),
        body: {
          pass,
          day: now.day,
          lists: it.lists,
          weighedKg: weighedKg ?? null,
          declareBy: it.kind === "enter-first" ? lastDay(law.figures.enterFirstDays, now.day) : null,
        },
      },
      ...slips.map((slip) => ({
        type: "stock-slip.passed",
        records: [...slipRecords(slip), keyOf(BusinessFormRecord, slip.form)],
        body: {
          ...{ slip: slip.number, pass, status: slip.status },
          moved: moveApproved("post", slip.lines, pathOf(slip), lines),
        },
      })),
      ...postReady(
        it.lists.map((taken) => afterPassage(records.get(BondedListRecord, taken.list), taken)),
        { records, lines },
        now.day,
      ),
    );
  },
  answer: (written) => ({
    position: written.at(-1)!.position,
    state: "passed",
    posted: written
      .filter(({ type }) => type === "bonded-list.posted")
      .map(({ body }) => (body as { list: string }).list),
  }),
});

/** An enterprise voids a pass before its vehicle went; what was on it can go on another. */
export const voidPass = command({
  name: "gate-pass.void",
  title: { en: "Void a gate pass", zh: "核放单作废" },
  by: ["declarant"],
  request: Type.Object({ pass: PassNumber, reason: Remark }, closed),
  needs: ({ pass }, records) => passNeeds(pass, records),
  places: ({ pass }, records) => {
    const book = bookOf(pass, records);
    return book === undefined ? [] : atBookParty(book, records);
  },
  decide: ({ pass, reason }, { records }) => {
    const it = records.get(GatePassRecord, pass);
    if (it.state !== "approved")
      return refuse("not-now", `${pass} is ${it.state}.`, "A passage that was recorded stays.");
    return accept({
      type: "gate-pass.voided",
      records: recordsOf(it),
      body: { pass, reason, lists: it.lists },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: "voided" }),
});
