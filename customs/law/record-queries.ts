/** One look for every kind of record that has none of its own. */
import Type, { type TSchema } from "typebox";
import { AccountBookRecord, BookNumber } from "../account-book/account-book.ts";
import { BookLineRecord, LineId } from "../account-book/book-line.ts";
import { shownLine } from "../account-book/shown-line.ts";
import { ArchiveNumber, ArchiveRecord } from "../archive/archive.ts";
import { AuthorityRecord } from "../authority/authority.ts";
import { BondedListRecord, ListNumber } from "../bonded-list/bonded-list.ts";
import { BusinessFormRecord } from "../business-form/business-form.ts";
import { type Actor, holds } from "../define/actor.ts";
import { AccountId, CurrencyCode, OfficeCode, PartyId } from "../define/fields.ts";
import type { RecordQuery } from "../define/query.ts";
import { ExchangeRecord } from "../exchange/exchange.ts";
import { GatePassRecord } from "../gate-pass/gate-pass.ts";
import { PassNumber } from "../gate-pass/pass-number.ts";
import {
  availableIn,
  calledIn,
  GuaranteeId,
  GuaranteeRecord,
  paidIn,
  reservedIn,
} from "../guarantee/guarantee.ts";
import { MandateRecord } from "../mandate/mandate.ts";
import { OfficeRecord } from "../office/office.ts";
import { PartyRecord } from "../party/party.ts";
import { ProposalId, ProposalRecord } from "../proposal/proposal.ts";
import { FormNumber, SlipNumber } from "../stock-slip/slip-number.ts";
import { StockSlipRecord } from "../stock-slip/stock-slip.ts";
import type { CustomsLaw } from "./law.ts";
import { showRecord } from "./show-record.ts";

const ANY_ROLE = ["declarant", "officer", "administrator", "importer", "tariff-keeper"] as const;

const isOf = (actor: Actor, ...parties: readonly string[]): boolean =>
  holds(
    actor,
    ["declarant"],
    parties.map((party) => `party/${party}`),
  );

/** All of them. */
export const recordQueries: readonly RecordQuery<TSchema, object, CustomsLaw>[] = [
  showRecord({
    kind: PartyRecord,
    name: "party.show",
    title: { en: "A party", zh: "企业详情" },
    by: ANY_ROLE,
    id: PartyId,
    sees: (actor, { id }) => isOf(actor, id),
  }),
  showRecord({
    kind: MandateRecord,
    name: "mandate.show",
    title: { en: "A mandate", zh: "委托详情" },
    by: ANY_ROLE,
    id: Type.String({ pattern: "^[0-9A-Z]{4,18}:[0-9A-Z]{4,18}$", description: "trader:broker" }),
    sees: (actor, { party, broker }) => isOf(actor, party, broker),
  }),
  showRecord({
    kind: GuaranteeRecord,
    name: "guarantee.show",
    title: { en: "A guarantee", zh: "担保详情" },
    by: ANY_ROLE,
    id: GuaranteeId,
    sees: (actor, { party }) => isOf(actor, party),
    shown: (guarantee) => {
      const { balances: _, ...letter } = guarantee;
      return {
        ...letter,
        availableFen: availableIn(guarantee).toString(),
        reservedFen: reservedIn(guarantee).toString(),
        calledFen: calledIn(guarantee).toString(),
        paidFen: paidIn(guarantee).toString(),
      };
    },
  }),
  showRecord({
    kind: OfficeRecord,
    name: "office.show",
    title: { en: "A customs office", zh: "海关机构详情" },
    by: ANY_ROLE,
    id: OfficeCode,
    sees: () => true,
  }),
  showRecord({
    kind: ExchangeRecord,
    name: "exchange.show",
    title: { en: "Exchange rates of a currency", zh: "汇率" },
    by: ANY_ROLE,
    id: CurrencyCode,
    sees: () => true,
  }),
  showRecord({
    kind: AuthorityRecord,
    name: "authority.show",
    title: { en: "Who may do what", zh: "权限详情" },
    by: ANY_ROLE,
    id: AccountId,
    sees: (actor, { holder }) => actor.id === holder,
  }),
  showRecord({
    kind: AccountBookRecord,
    name: "account-book.show",
    title: { en: "A book", zh: "账册详情" },
    by: ["declarant", "officer", "administrator"],
    id: BookNumber,
    sees: (actor, { party }) => isOf(actor, party),
    shown: ({ counts, ...book }) => ({ ...book, isEmpty: counts === 0n }),
  }),
  showRecord({
    kind: BookLineRecord,
    name: "book-line.show",
    title: { en: "A line of a book", zh: "账册表体详情" },
    by: ["declarant", "officer", "administrator"],
    id: LineId,
    sees: (actor, { party }) => isOf(actor, party),
    shown: shownLine,
  }),
  showRecord({
    kind: ArchiveRecord,
    name: "archive.show",
    title: { en: "An enterprise archive", zh: "企业档案库详情" },
    by: ["declarant", "officer", "administrator"],
    id: ArchiveNumber,
    sees: (actor, { party }) => isOf(actor, party),
  }),
  showRecord({
    kind: BondedListRecord,
    name: "bonded-list.show",
    title: { en: "A verification list", zh: "核注清单详情" },
    by: ["declarant", "officer", "administrator"],
    id: ListNumber,
    sees: (actor, { party, counterparty }) =>
      isOf(actor, party, ...(counterparty === null ? [] : [counterparty])),
    // What goods cost their holder is nobody's business who buys them.
    shown: (list, actor) =>
      isOf(actor, list.party) || holds(actor, ["officer", "administrator"], "anywhere")
        ? list
        : { ...list, postedUsd: {} },
  }),
  showRecord({
    kind: BusinessFormRecord,
    name: "business-form.show",
    title: { en: "A business form", zh: "业务申报表详情" },
    by: ["declarant", "officer", "administrator"],
    id: FormNumber,
    sees: (actor, { party }) => isOf(actor, party),
  }),
  showRecord({
    kind: StockSlipRecord,
    name: "stock-slip.show",
    title: { en: "A stock slip", zh: "出入库单详情" },
    by: ["declarant", "officer", "administrator"],
    id: SlipNumber,
    sees: (actor, { party }) => isOf(actor, party),
  }),
  showRecord({
    kind: GatePassRecord,
    name: "gate-pass.show",
    title: { en: "A gate pass", zh: "核放单详情" },
    by: ["declarant", "officer", "administrator"],
    id: PassNumber,
    sees: (actor, { party }) => isOf(actor, party),
  }),
  showRecord({
    kind: ProposalRecord,
    name: "proposal.show",
    title: { en: "A proposal", zh: "复核事项详情" },
    by: ["officer", "administrator"],
    id: ProposalId,
    sees: () => false,
  }),
];
