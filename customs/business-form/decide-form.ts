import Type from "typebox";
import { AccountBookRecord } from "../account-book/account-book.ts";
import { whyNoForm } from "../account-book/book-kinds.ts";
import { atBookOffice, atBookParty } from "../account-book/decide-account-book.ts";
import { MEASURES, textOf } from "../account-book/stock.ts";
import { accept, refuse } from "../define/command.ts";
import { closed, Remark, YuanText } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { covers, GuaranteeRecord, givingBack, isFor, reserving } from "../guarantee/guarantee.ts";
import { command } from "../law/command.ts";
import { readYuan } from "../law/computation.ts";
import { invalidDays } from "../law/days.ts";
import { FormNumber, paperNumber } from "../stock-slip/slip-number.ts";
import { StockSlipRecord, slipSums } from "../stock-slip/stock-slip.ts";
import type { CapabilityName } from "../zone/capability.ts";
import { whyNot, zoneNeeds } from "../zone/zone-says.ts";
import { type BusinessForm, BusinessFormRecord, FileForm, type FormKind } from "./business-form.ts";

/** What a zone must allow for a kind of form. */
const CAPABILITY_OF: Readonly<Partial<Record<FormKind, CapabilityName>>> = {
  display: "display",
  repair: "repair",
};

/** An enterprise files a form: goods may then go, or come, before they are declared. */
export const fileForm = command({
  name: "business-form.file",
  title: { en: "File a business form", zh: "业务申报表备案" },
  by: ["declarant"],
  request: FileForm,
  scope: ({ book }) => keyOf(AccountBookRecord, book),
  needs: ({ book, guarantee }, records) => [
    must(AccountBookRecord, book, "/book"),
    ...zoneNeeds(records.find(AccountBookRecord, book)?.zone ?? "", records),
    ...(guarantee === undefined ? [] : [must(GuaranteeRecord, guarantee, "/guarantee")]),
  ],
  places: ({ book }, records) => atBookParty(book, records),
  decide: (said, { records, now, ticket }) => {
    const book = records.get(AccountBookRecord, said.book);
    if (book.state !== "effective")
      return refuse("not-now", `${book.number} is ${book.state}.`, "Have the book taken into force first.");
    const faults: Fault[] = [...invalidDays(said, ["validUntil"])];
    if (said.validUntil < now.day)
      faults.push({ pointer: "/validUntil", detail: `The form would end before today, ${now.day}.` });
    if (said.validUntil > book.validUntil)
      faults.push({
        pointer: "/validUntil",
        detail: `The book itself is valid until ${book.validUntil} only.`,
        try: [book.validUntil],
      });
    const unfit = whyNoForm(book.kind, said.kind, said.direction);
    if (unfit) faults.push({ pointer: "/kind", detail: unfit });
    const asked = CAPABILITY_OF[said.kind];
    const none = asked && whyNot(book.zone, asked, `allows no ${said.kind}`, now.day, records);
    if (none) faults.push({ pointer: "/kind", detail: none });
    const guarantee = said.guarantee === undefined ? undefined : records.get(GuaranteeRecord, said.guarantee);
    if (guarantee && guarantee.party !== book.party)
      faults.push({ pointer: "/guarantee", detail: `${guarantee.id} is not of ${book.party}.` });
    else if (guarantee && !isFor(guarantee, said.kind))
      faults.push({ pointer: "/guarantee", detail: `${guarantee.id} is not for ${said.kind}.` });
    if (faults.length > 0)
      return refuse("invalid-request", "The form has mistakes.", "Correct them and send it again.", faults);
    const form = paperNumber("SD", book.office, now.day, "", ticket);
    return accept({
      type: "business-form.filed",
      records: [keyOf(BusinessFormRecord, form), keyOf(AccountBookRecord, book.number)],
      creates: keyOf(BusinessFormRecord, form),
      withRequest: true,
      body: { form, party: book.party, office: book.office },
    });
  },
  answer: ([entry]) => ({
    position: entry!.position,
    form: (entry!.body as { form: string }).form,
    state: "filed",
  }),
});

const formNeeds = (form: string, records: Records): readonly Need[] => {
  const it = records.find(BusinessFormRecord, form);
  return [
    must(BusinessFormRecord, form, "/form"),
    ...(it
      ? [may(AccountBookRecord, it.book), ...it.open.map(({ slip }) => may(StockSlipRecord, slip))]
      : []),
    ...(it && it.guarantee !== null ? [may(GuaranteeRecord, it.guarantee)] : []),
  ];
};

const recordsOf = ({ number, book, guarantee }: BusinessForm): readonly string[] => [
  keyOf(BusinessFormRecord, number),
  keyOf(AccountBookRecord, book),
  ...(guarantee === null ? [] : [keyOf(GuaranteeRecord, guarantee)]),
];

/** An officer takes a form into force, with so much of its guarantee reserved, or rejects it. */
export const decideForm = command({
  name: "business-form.decide",
  title: { en: "Decide on a business form", zh: "业务申报表审批" },
  by: ["officer"],
  request: Type.Object(
    { form: FormNumber, accept: Type.Boolean(), reason: Remark, reserve: YuanText },
    closed,
  ),
  needs: ({ form }, records) => formNeeds(form, records),
  places: ({ form }, records) => {
    const it = records.find(BusinessFormRecord, form);
    return it ? atBookOffice(it.book, records) : [];
  },
  decide: ({ form, accept: isAccepted, reason, reserve }, { records, now }) => {
    const it = records.get(BusinessFormRecord, form);
    if (it.state !== "filed")
      return refuse("not-now", `${form} is ${it.state}.`, "Only a filed form is decided on.");
    const fen = isAccepted ? readYuan(reserve) : 0n;
    const guarantee = it.guarantee === null ? undefined : records.get(GuaranteeRecord, it.guarantee);
    if (fen > 0n && !(guarantee && covers(guarantee, fen, now.day)))
      return refuse("invalid-request", "The guarantee does not reach.", "Reserve less, or have it raised.", [
        {
          pointer: "/reserve",
          detail: guarantee
            ? `${it.guarantee} has less than ${reserve} CNY free.`
            : `${form} names no guarantee.`,
        },
      ]);
    if (fen > 0n && guarantee && guarantee.until < it.validUntil)
      return refuse("invalid-request", "The guarantee ends too early.", "Have it extended, or file again.", [
        {
          pointer: "/reserve",
          detail: `${guarantee.id} ends on ${guarantee.until}, ${form} on ${it.validUntil}.`,
        },
      ]);
    return accept({
      type: "business-form.decided",
      records: recordsOf(it),
      body: {
        ...{ form, accept: isAccepted, reason, reserve: isAccepted ? reserve : "0" },
        guaranteePosting: fen > 0n ? reserving(fen) : null,
      },
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

/** What is still outside, or inside undeclared, under a form: line by line. */
const openGoods = (form: BusinessForm, records: Records): readonly string[] => {
  const slips = form.open.map(({ slip }) => records.get(StockSlipRecord, slip));
  const moving = slips.find(({ state }) => state !== "passed");
  if (moving) return [`${moving.number} is ${moving.state}`];
  return [...slipSums(slips)].flatMap(([line, sum]) =>
    MEASURES.filter((measure) => sum[measure] !== 0n).map(
      (measure) => `${line}: ${textOf(sum[measure])} (${measure} unit) are neither back nor declared`,
    ),
  );
};

/** The enterprise closes a form when all its goods are back or declared; what was reserved of the guarantee is free. */
export const closeForm = command({
  name: "business-form.close",
  title: { en: "Close a business form", zh: "业务申报表结案" },
  by: ["declarant"],
  request: Type.Object({ form: FormNumber }, closed),
  needs: ({ form }, records) => formNeeds(form, records),
  places: ({ form }, records) => {
    const it = records.find(BusinessFormRecord, form);
    return it ? atBookParty(it.book, records) : [];
  },
  decide: ({ form }, { records }) => {
    const it = records.get(BusinessFormRecord, form);
    if (it.state !== "effective")
      return refuse("not-now", `${form} is ${it.state}.`, "Only a form in force is closed.");
    const open = openGoods(it, records);
    if (open.length > 0)
      return refuse(
        "not-now",
        `${open.join("; ")}.`,
        "Bring the goods back, or declare them, then close it.",
      );
    const reserved = BigInt(it.reserved);
    return accept({
      type: "business-form.closed",
      records: recordsOf(it),
      body: { form, guaranteePosting: reserved > 0n ? givingBack(reserved, it.called) : null },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: "closed" }),
});
