import Type from "typebox";
import type { Place } from "../define/actor.ts";
import { accept, refuse } from "../define/command.ts";
import { closed, Remark } from "../define/fields.ts";
import { keyOf, must, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import { OfficeRecord } from "../office/office.ts";
import { PartyRecord } from "../party/party.ts";
import { AccountBookRecord, BookNumber } from "./account-book.ts";

/** At the customs office of a book. */
export const atBookOffice = (book: string, records: Records): readonly Place[] => {
  const it = records.find(AccountBookRecord, book);
  return it ? [keyOf(OfficeRecord, it.office)] : [];
};

/** At the enterprise that a book belongs to. */
export const atBookParty = (book: string, records: Records): readonly Place[] => {
  const it = records.find(AccountBookRecord, book);
  return it ? [keyOf(PartyRecord, it.party)] : [];
};

/** An officer takes a book into force, or rejects it and says why. */
export const decideAccountBook = command({
  name: "account-book.decide",
  title: { en: "Decide on a book", zh: "账册审批" },
  by: ["officer"],
  request: Type.Object({ book: BookNumber, accept: Type.Boolean(), reason: Remark }, closed),
  needs: ({ book }) => [must(AccountBookRecord, book, "/book")],
  places: ({ book }, records) => atBookOffice(book, records),
  decide: (request, { records }) => {
    const { state } = records.get(AccountBookRecord, request.book);
    if (state !== "declared")
      return refuse("not-now", `${request.book} is ${state}.`, "Only a declared book is decided on.");
    return accept({
      type: "account-book.decided",
      records: [keyOf(AccountBookRecord, request.book)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
