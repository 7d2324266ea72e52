import Type from "typebox";
import { MovingLines } from "../account-book/move-lines.ts";
import { type Declaration, DeclarationRecord, newest } from "../declaration/declaration.ts";
import { type Actor, holds, type Place } from "../define/actor.ts";
import { accept, refuse } from "../define/command.ts";
import { closed, DeclarationNumber } from "../define/fields.ts";
import { keyOf, may, must, type Records } from "../define/record.ts";
import { ExchangeRecord } from "../exchange/exchange.ts";
import { command } from "../law/command.ts";
import { PartyRecord } from "../party/party.ts";
import { BondedListRecord, ListNumber } from "./bonded-list.ts";
import { atListOffice, atListParty, listNeeds } from "./end-list.ts";
import { declarationFaults } from "./list-declaration.ts";
import { postReady } from "./posting.ts";

/** Where the enterprise stands that a list names as the one that declares its goods. */
export const atCounterparty = (list: string, records: Records): readonly Place[] => {
  const counterparty = records.find(BondedListRecord, list)?.counterparty ?? null;
  return counterparty === null ? [] : [keyOf(PartyRecord, counterparty)];
};

/** True when an actor stands at a declaration as its trader or declarant. */
const declares = (actor: Actor, declaration: Declaration): boolean => {
  const { declarant, trader } = newest(declaration).content;
  return holds(actor, ["declarant"], [`party/${declarant}`, `party/${trader}`]);
};

/**
 * The released declaration of a list is named. Without it nothing of the list leaves the zone; a list whose goods went
 * through the gate, or need not, is posted with it. The enterprise of the book may name a declaration of its own, the one
 * outside the zone that the list names its own, an officer any. Domain 2.5.3, 10.2 (2).
 */
export const coverList = command({
  name: "bonded-list.cover",
  title: { en: "Name the declaration of a list", zh: "核注清单关联报关单" },
  by: ["declarant", "officer"],
  request: Type.Object({ list: ListNumber, declaration: DeclarationNumber }, closed),
  needs: ({ list, declaration }, records) => [
    ...listNeeds(list, records),
    must(DeclarationRecord, declaration, "/declaration"),
    may(ExchangeRecord, "USD"),
  ],
  places: ({ list }, records) => [
    ...atListOffice(list, records),
    ...atListParty(list, records),
    ...atCounterparty(list, records),
  ],
  decide: ({ list, declaration }, { records, now, actor }, law) => {
    const it = records.get(BondedListRecord, list);
    if (it.state !== "approved")
      return refuse("not-now", `${list} is ${it.state}.`, "Only an approved list waits for its declaration.");
    if (it.declaration !== null)
      return refuse("not-now", `${list} is covered by ${it.declaration}.`, "Nothing is left to do.");
    const named = records.get(DeclarationRecord, declaration);
    // Else an enterprise could take the declaration of others for its own goods, and read what is in it.
    const isOfOthers = !holds(actor, ["officer"], atListOffice(list, records)) && !declares(actor, named);
    const faults = isOfOthers
      ? [{ pointer: "/declaration", detail: `${declaration} is of others: an officer names it for ${list}.` }]
      : declarationFaults(it, named, { law, records, day: now.day });
    if (faults.length > 0)
      return refuse(
        "invalid-request",
        `${declaration} does not cover ${list}.`,
        "See what is named.",
        faults,
      );
    return accept(
      {
        type: "bonded-list.covered",
        records: [keyOf(BondedListRecord, list), keyOf(DeclarationRecord, declaration)],
        body: { list, declaration },
      },
      ...postReady([{ ...it, declaration }], { records, lines: new MovingLines(records) }, now.day),
    );
  },
  answer: (written) => ({
    position: written.at(-1)!.position,
    state: written.length > 1 ? "posted" : "covered",
  }),
});
