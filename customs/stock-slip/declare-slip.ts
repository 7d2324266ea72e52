import { addDays, addMonths, type PlainDate, plainDateOf, yearOf } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { AccountBookRecord } from "../account-book/account-book.ts";
import { BookLineRecord } from "../account-book/book-line.ts";
import { atBookParty } from "../account-book/decide-account-book.ts";
import { taxNeeds } from "../account-book/goods-tax.ts";
import { MovingLines, moveApproved, moveDeclared, paperRecords } from "../account-book/move-lines.ts";
import {
  byLine,
  lineFaults,
  openings,
  type PaperLine,
  type Placed,
  paperNeeds,
  place,
  placedLines,
} from "../account-book/paper-line.ts";
import { MEASURES, minus, NO_GOODS, plus, type Quantities, textOf } from "../account-book/stock.ts";
import { whyClosed } from "../account-book/why-closed.ts";
import { atStake, type BusinessForm, BusinessFormRecord, lateSlip } from "../business-form/business-form.ts";
import { stakesBack, sumOfStakes, taxAtStake } from "../business-form/tax-at-stake.ts";
import { yuan } from "../declaration/decimals.ts";
import { accept, refuse } from "../define/command.ts";
import { closed, Remark } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may, must, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import { type Figure, findFigure } from "../law/figures.ts";
import { paperNumber, SlipNumber } from "./slip-number.ts";
import { DeclareSlip, pathOf, type Stake, type StockSlip, StockSlipRecord } from "./stock-slip.ts";

type Request = { readonly form: string; readonly returns?: string; readonly lines: readonly PaperLine[] };

const bookOf = (form: string, records: Records): string | undefined =>
  records.find(BusinessFormRecord, form)?.book;

/** The last day to declare goods that move on a day: the end of so many months later, and the same year. Domain 2.12. */
export const declareBy = (months: readonly Figure<number>[], day: PlainDate): PlainDate => {
  const first = plainDateOf(`${day.slice(0, 7)}-01`);
  const end = addDays(addMonths(first, (findFigure(months, day)?.value ?? 0) + 1), -1);
  const yearEnd = plainDateOf(`${yearOf(day)}-12-31`);
  return end < yearEnd ? end : yearEnd;
};

/** Goods go under a form, or come back. Nothing more goes while goods of the form are overdue for their declaration. */
export const declareSlip = command({
  name: "stock-slip.declare",
  title: { en: "Declare a stock slip", zh: "出入库单申报" },
  by: ["declarant"],
  request: DeclareSlip,
  scope: ({ form }) => `business-form/${form}`,
  needs: (said, records, { day }) => {
    const book = bookOf(said.form, records);
    return [
      must(BusinessFormRecord, said.form, "/form"),
      ...(book === undefined ? [] : paperNeeds({ ...(said as Request), book }, records)),
      ...(said.returns === undefined ? [] : [must(StockSlipRecord, said.returns, "/returns")]),
      ...(said.returns === undefined && isSecured(records.find(BusinessFormRecord, said.form))
        ? taxNeeds(
            [...(said.lines as Request["lines"]), { value: { amount: "0", currency: "USD" } }],
            records,
            day,
            "/form",
          )
        : []),
    ];
  },
  places: ({ form }, records) => {
    const book = bookOf(form, records);
    return book === undefined ? [] : atBookParty(book, records);
  },
  decide: (said, { records, now, ticket }, law) => {
    const request = said as Request;
    const form = records.get(BusinessFormRecord, request.form);
    const book = records.get(AccountBookRecord, form.book);
    const returned =
      request.returns === undefined ? undefined : records.get(StockSlipRecord, request.returns);
    const kind = returned ? "return" : "go";
    const inbound = (form.direction === "in") === (kind === "go");
    const stopped = whyStopped(form, kind, now.day) ?? whyClosed(book, inbound, now.day);
    if (stopped) return refuse("not-now", stopped, "See what is named; nothing was written.");
    const placed = place({ book: book.number, lines: request.lines }, book, records);
    const faults: Fault[] = [
      ...lineFaults(
        request.lines,
        book,
        placed,
        {
          inbound,
          brings: form.direction === "in" && kind === "go",
        },
        records,
      ),
      ...(returned ? returnFaults(form, returned, placed) : []),
    ];
    const secured = securedBy(form, request, placed, returned, { records, day: now.day }, faults);
    if ("faults" in secured) faults.push(...secured.faults);
    const path = pathOf({ direction: form.direction, kind, status: form.status });
    const outcome =
      faults.length > 0
        ? { faults }
        : moveDeclared(
            placed,
            path,
            returned ? undefined : findFigure(law.figures.unitTolerance, now.day)?.value,
          );
    if ("faults" in outcome)
      return refuse(
        "invalid-request",
        `The slip has ${outcome.faults.length === 1 ? "a mistake" : `${outcome.faults.length} mistakes`}.`,
        "Correct what is named and declare again under the same reference; nothing was written.",
        outcome.faults,
      );
    const opened = openings(placed, book);
    const slip = paperNumber("SS", book.office, now.day, inbound ? "I" : "E", ticket + opened.length);
    return accept(...opened, {
      type: "stock-slip.declared",
      records: [
        ...paperRecords(
          keyOf(StockSlipRecord, slip),
          book.number,
          placed.map(({ line }) => line),
        ),
        keyOf(BusinessFormRecord, form.number),
        ...(returned ? [keyOf(StockSlipRecord, returned.number)] : []),
      ],
      creates: keyOf(StockSlipRecord, slip),
      withRequest: true,
      body: {
        ...{ slip, form: form.number, book: book.number, party: book.party, office: book.office },
        ...{
          status: form.status,
          direction: form.direction,
          by: declareBy(law.figures.batchMonths, now.day),
        },
        returns: returned?.number ?? null,
        ...("stakes" in secured && {
          stake: sumOfStakes(secured.stakes).toString(),
          stakes: secured.stakes,
        }),
        lines: placedLines(placed),
        moved: outcome.moved,
      },
    });
  },
  answer: (written) => {
    const declared = written.at(-1)!;
    const { slip, by } = declared.body as { slip: string; by: string };
    return { position: declared.position, slip, state: "approved", declareBy: by };
  },
});

/** What is at stake with a slip; nothing where nothing stands in for it, or it has mistakes already. */
const securedBy = (
  form: BusinessForm,
  request: Request,
  placed: readonly Placed[],
  returned: StockSlip | undefined,
  { records, day }: { readonly records: Records; readonly day: PlainDate },
  faults: readonly Fault[],
): ReturnType<typeof stakesOf> | Readonly<Record<string, never>> => {
  if (!isSecured(form) || faults.length > 0) return {};
  return returned ? { stakes: stakesBack(returned, placed) } : stakesOf(form, request, placed, records, day);
};

/** True when a guarantee stands in for the taxes of what leaves under a form. */
const isSecured = (form: BusinessForm | undefined): form is BusinessForm =>
  form !== undefined && form.direction === "out" && form.secured;

/** What the goods would owe, unless all that is out would then owe more than is reserved. */
const stakesOf = (
  form: BusinessForm,
  { lines }: Request,
  placed: readonly Placed[],
  records: Records,
  day: PlainDate,
): { readonly stakes: readonly Stake[] } | { readonly faults: readonly Fault[] } => {
  const owed = taxAtStake(lines, placed, records, day);
  if ("faults" in owed) return owed;
  const [out, more] = [atStake(form), sumOfStakes(owed.stakes)];
  if (out + more <= BigInt(form.reserved)) return owed;
  return {
    faults: [
      {
        pointer: "/lines",
        detail: `The goods would owe ${yuan(more)} CNY, those out under ${form.number} ${yuan(out)}; reserved are ${yuan(BigInt(form.reserved))}.`,
        try: ["Bring goods back, declare what is out, or file a form with more reserved."],
      },
    ],
  };
};

const whyStopped = (form: BusinessForm, kind: "go" | "return", day: PlainDate): string | undefined => {
  if (form.state !== "effective") return `${form.number} is ${form.state}.`;
  if (kind === "return") return undefined;
  if (form.validUntil < day) return `${form.number} is valid until ${form.validUntil} only.`;
  const late = lateSlip(form, day);
  return (
    late && `${late.slip} was to be declared by ${late.by}: nothing more goes under ${form.number} before.`
  );
};

/** No more comes back than went, line by line and in every unit. */
const returnFaults = (form: BusinessForm, went: StockSlip, placed: readonly Placed[]): readonly Fault[] => {
  const pointer = "/returns";
  if (went.form !== form.number) return [{ pointer, detail: `${went.number} is not of ${form.number}.` }];
  if (went.kind === "return") return [{ pointer, detail: `${went.number} is a return itself.` }];
  if (went.state !== "passed") return [{ pointer, detail: `${went.number} is ${went.state}.` }];
  const left = new Map(byLine(went.lines));
  for (const { lines } of went.returnedBy)
    for (const [line, quantities] of byLine(lines))
      left.set(line, minus(left.get(line) ?? NO_GOODS, quantities));
  const back = new Map<string, Quantities>();
  for (const { line, quantities } of placed) back.set(line, plus(back.get(line) ?? NO_GOODS, quantities));
  return [...back].flatMap(([line, quantities]) => {
    const there = left.get(line) ?? NO_GOODS;
    return MEASURES.filter((measure) => quantities[measure] > there[measure]).map((measure) => ({
      pointer: "/lines",
      detail: `${line}: ${textOf(quantities[measure])} (${measure} unit) come back, ${textOf(there[measure])} are out with ${went.number}.`,
    }));
  });
};

/** A slip is taken back before its goods went. */
export const deleteSlip = command({
  name: "stock-slip.delete",
  title: { en: "Delete a stock slip", zh: "删除出入库单" },
  by: ["declarant"],
  request: Type.Object({ slip: SlipNumber, reason: Remark }, closed),
  needs: ({ slip }, records) => {
    const it = records.find(StockSlipRecord, slip);
    return [
      must(StockSlipRecord, slip, "/slip"),
      ...(it
        ? [
            may(AccountBookRecord, it.book),
            may(BusinessFormRecord, it.form),
            ...it.lines.map(({ line }) => may(BookLineRecord, line)),
            ...(it.returns === null ? [] : [may(StockSlipRecord, it.returns)]),
          ]
        : []),
    ];
  },
  places: ({ slip }, records) => {
    const it = records.find(StockSlipRecord, slip);
    return it ? atBookParty(it.book, records) : [];
  },
  decide: ({ slip, reason }, { records }) => {
    const it = records.get(StockSlipRecord, slip);
    if (it.state !== "approved")
      return refuse("not-now", `${slip} is ${it.state}.`, "Goods that went come back with a return slip.");
    if (it.pass !== null)
      return refuse("not-now", `The goods of ${slip} are on ${it.pass}.`, "Void the pass first.");
    return accept({
      type: "stock-slip.deleted",
      records: [
        ...slipRecords(it),
        keyOf(BusinessFormRecord, it.form),
        ...(it.returns === null ? [] : [keyOf(StockSlipRecord, it.returns)]),
      ],
      body: {
        slip,
        reason,
        status: it.status,
        moved: moveApproved("delete", it.lines, pathOf(it), new MovingLines(records)),
      },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: "deleted" }),
});

/** The records of a slip, its book and its lines. */
export const slipRecords = ({ number, book, lines }: StockSlip): readonly string[] =>
  paperRecords(
    keyOf(StockSlipRecord, number),
    book,
    lines.map(({ line }) => line),
  );
