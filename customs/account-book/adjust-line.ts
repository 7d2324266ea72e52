import type { Balances } from "@openftz/kernel/ledger.ts";
import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, DecimalText, Remark } from "../define/fields.ts";
import { keyOf, may, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { AccountBookRecord } from "./account-book.ts";
import { BookLineRecord, LineId } from "./book-line.ts";
import { atBookOffice } from "./decide-account-book.ts";
import { movedOn } from "./moved.ts";
import { splitGoods, tooLittle } from "./short-goods.ts";
import { correctionOf, countOf, MEASURES, STATUSES, shelfOf, tryMove } from "./stock.ts";
import { movedWorth } from "./worth.ts";

const AdjustLine = Type.Object(
  {
    line: LineId,
    status: Type.Union(STATUSES.map((status) => Type.Literal(status))),
    found: Type.Union([Type.Literal("more"), Type.Literal("less")]),
    declared: DecimalText,
    lawful: DecimalText,
    second: Type.Optional(DecimalText),
    reason: Remark,
  },
  closed,
);

/** Two officers set a line to what was counted: the difference is a posting to what is lost, or from what was found. */
export const adjustLine = command({
  name: "book-line.adjust",
  title: { en: "Adjust a line after a count", zh: "账册核增核减" },
  by: ["officer"],
  twoPeople: true,
  request: AdjustLine,
  needs: ({ line }, records) => {
    const it = records.find(BookLineRecord, line);
    return [must(BookLineRecord, line, "/line"), ...(it ? [may(AccountBookRecord, it.book)] : [])];
  },
  places: ({ line }, records) => {
    const it = records.find(BookLineRecord, line);
    return it ? atBookOffice(it.book, records) : [];
  },
  decide: ({ line, status, found, reason, ...said }, { records }) => {
    const it = records.get(BookLineRecord, line);
    const quantities = {
      declared: countOf(said.declared),
      lawful: countOf(said.lawful),
      second: countOf(said.second ?? "0"),
    };
    if (MEASURES.every((measure) => quantities[measure] === 0n))
      return refuse("invalid-request", "Nothing would change.", "Say how much the count differs.", [
        { pointer: "/declared", detail: "All quantities are 0." },
      ]);
    if (quantities.second > 0n && it.goods.secondUnit === undefined)
      return refuse("invalid-request", `${line} has no second legal unit.`, "Leave its quantity out.", [
        { pointer: "/second", detail: "The goods are counted in no second legal unit." },
      ]);
    const move = correctionOf(found, status, quantities);
    const balances = tryMove(it.balances, move);
    if ("kind" in balances)
      return refuse(
        "invalid-request",
        `${line} has less than that.`,
        "What lists hold cannot be written off: delete them first.",
        [tooLittle("/declared", it, move.from, quantities)],
      );
    const split = splitGoods(balances as Balances, shelfOf(status, "stock"), it.goods);
    if (split)
      return refuse("invalid-request", `${line} cannot be left so.`, "Adjust all units together.", [
        { pointer: "/declared", detail: split },
      ]);
    const usd = movedWorth(
      it.worth,
      quantities.declared,
      found === "more" ? { finds: "average" } : { takes: "average" },
    );
    return accept({
      type: "book-line.adjusted",
      records: [keyOf(BookLineRecord, line), keyOf(AccountBookRecord, it.book)],
      body: {
        line,
        list: null,
        status,
        reason,
        moved: [movedOn(line, move, balances as Balances, usd)],
      },
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});
