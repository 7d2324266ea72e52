/** Requests and answers, taken from the commands and queries themselves: there is no second place to write them. */
import type { AccountBook } from "@openftz/customs/account-book/account-book.ts";
import type { adjustLine } from "@openftz/customs/account-book/adjust-line.ts";
import type { BookLine } from "@openftz/customs/account-book/book-line.ts";
import type {
  closeBook,
  decideChange,
  fileChange,
  pauseBook,
  pauseLine,
} from "@openftz/customs/account-book/change-book.ts";
import type { decideAccountBook } from "@openftz/customs/account-book/decide-account-book.ts";
import type { lineStory } from "@openftz/customs/account-book/line-story.ts";
import type { listBookLines, listBooks } from "@openftz/customs/account-book/list-books.ts";
import type { listDifferences } from "@openftz/customs/account-book/list-differences.ts";
import type { openAccountBook } from "@openftz/customs/account-book/open-account-book.ts";
import type { Measure, Status } from "@openftz/customs/account-book/stock.ts";
import type { assessSale } from "@openftz/customs/bonded-list/assess-sale.ts";
import type { BondedList } from "@openftz/customs/bonded-list/bonded-list.ts";
import type { codesOfList } from "@openftz/customs/bonded-list/codes-of-list.ts";
import type { coverList } from "@openftz/customs/bonded-list/cover-list.ts";
import type { declareList } from "@openftz/customs/bonded-list/declare-list.ts";
import type { draftDeclaration } from "@openftz/customs/bonded-list/draft-declaration.ts";
import type { deleteList, postList, reverseList } from "@openftz/customs/bonded-list/end-list.ts";
import type { listLists } from "@openftz/customs/bonded-list/list-lists.ts";
import type { bookStory } from "@openftz/customs/book-story/book-story.ts";
import type { BusinessForm } from "@openftz/customs/business-form/business-form.ts";
import type { closeForm, decideForm, fileForm } from "@openftz/customs/business-form/decide-form.ts";
import type { listForms } from "@openftz/customs/business-form/list-forms.ts";
import type { decideAmendment, requestAmendment } from "@openftz/customs/declaration/amend.ts";
import type { clearHold } from "@openftz/customs/declaration/clear-hold.ts";
import type { closeDeclaration } from "@openftz/customs/declaration/close-declaration.ts";
import type { fileDeclaration } from "@openftz/customs/declaration/file-declaration.ts";
import type { giveDocument } from "@openftz/customs/declaration/give-document.ts";
import type { listDeclarations } from "@openftz/customs/declaration/list-declarations.ts";
import type { payTax } from "@openftz/customs/declaration/pay-tax.ts";
import type { previewDeclaration } from "@openftz/customs/declaration/preview-declaration.ts";
import type { releaseDeclaration } from "@openftz/customs/declaration/release-declaration.ts";
import type { explainDeclaration, showDeclaration } from "@openftz/customs/declaration/show-declaration.ts";
import type { withdrawDeclaration, withdrawReleased } from "@openftz/customs/declaration/withdraw.ts";
import type { Role } from "@openftz/customs/define/actor.ts";
import type { assessDuty } from "@openftz/customs/duty-desk/assess-duty.ts";
import type { recordPassage, voidPass } from "@openftz/customs/gate-pass/end-pass.ts";
import type { GatePass } from "@openftz/customs/gate-pass/gate-pass.ts";
import type { listPasses } from "@openftz/customs/gate-pass/list-passes.ts";
import type { requestPass } from "@openftz/customs/gate-pass/request-pass.ts";
import type { callGuarantee, settleGuarantee } from "@openftz/customs/guarantee/call-guarantee.ts";
import type { Guarantee } from "@openftz/customs/guarantee/guarantee.ts";
import type { listGuarantees } from "@openftz/customs/guarantee/list-guarantees.ts";
import type { listCodes } from "@openftz/customs/law/list-codes.ts";
import type { Office } from "@openftz/customs/office/office.ts";
import type { listFlows } from "@openftz/customs/overview/list-flows.ts";
import type { listStock } from "@openftz/customs/overview/list-stock.ts";
import type { showCounts } from "@openftz/customs/overview/show-counts.ts";
import type { erasePerson } from "@openftz/customs/party/erase-person.ts";
import type { listParties } from "@openftz/customs/party/list-parties.ts";
import type { setCredit } from "@openftz/customs/party/set-credit.ts";
import type { listProposals } from "@openftz/customs/proposal/list-proposals.ts";
import type { declareSlip, deleteSlip } from "@openftz/customs/stock-slip/declare-slip.ts";
import type { listSlips } from "@openftz/customs/stock-slip/list-slips.ts";
import type { StockSlip } from "@openftz/customs/stock-slip/stock-slip.ts";
import type { listEditions, searchTariff, showTariffLine } from "@openftz/customs/tariff/search-tariff.ts";
import type { listZones } from "@openftz/customs/zone/list-zones.ts";
import type { showZone } from "@openftz/customs/zone/show-zone.ts";
import type { showMap } from "@openftz/customs/zone/zone-map.ts";

type Proposed = { readonly position: number; readonly proposal: string };
type CommandShape<Request, Answer> = {
  readonly decide: (request: Request, ...rest: never[]) => unknown;
  readonly answer: (...written: never[]) => Answer;
};

type Commands = {
  "declaration.file": typeof fileDeclaration;
  "declaration.give-document": typeof giveDocument;
  "declaration.clear-hold": typeof clearHold;
  "declaration.release": typeof releaseDeclaration;
  "declaration.pay": typeof payTax;
  "declaration.request-amendment": typeof requestAmendment;
  "declaration.decide-amendment": typeof decideAmendment;
  "declaration.withdraw": typeof withdrawDeclaration;
  "declaration.withdraw-released": CommandShape<RequestIn<typeof withdrawReleased>, Proposed>;
  "declaration.close": typeof closeDeclaration;
  "party.erase-person": CommandShape<RequestIn<typeof erasePerson>, Proposed>;
  "party.set-credit": typeof setCredit;
  "account-book.open": typeof openAccountBook;
  "account-book.decide": typeof decideAccountBook;
  "book-line.adjust": CommandShape<RequestIn<typeof adjustLine>, Proposed>;
  "bonded-list.declare": typeof declareList;
  "bonded-list.cover": typeof coverList;
  "bonded-list.post": typeof postList;
  "bonded-list.delete": typeof deleteList;
  "bonded-list.reverse": CommandShape<RequestIn<typeof reverseList>, Proposed>;
  "account-book.decide-change": typeof decideChange;
  "account-book.pause": typeof pauseBook;
  "account-book.file-change": typeof fileChange;
  "account-book.close": typeof closeBook;
  "book-line.pause": typeof pauseLine;
  "gate-pass.request": typeof requestPass;
  "gate-pass.record-passage": typeof recordPassage;
  "gate-pass.void": typeof voidPass;
  "business-form.file": typeof fileForm;
  "business-form.decide": typeof decideForm;
  "business-form.close": typeof closeForm;
  "stock-slip.declare": typeof declareSlip;
  "stock-slip.delete": typeof deleteSlip;
  "guarantee.call": CommandShape<RequestIn<typeof callGuarantee>, Proposed>;
  "guarantee.settle": typeof settleGuarantee;
  "proposal.confirm": CommandShape<{ readonly proposal: string }, { readonly position: number }>;
  "proposal.decline": CommandShape<
    { readonly proposal: string; readonly reason: string },
    { readonly position: number }
  >;
};

type Lists = {
  "declaration.list": typeof listDeclarations;
  "party.list": typeof listParties;
  "guarantee.list": typeof listGuarantees;
  "proposal.list": typeof listProposals;
  "zone.list": typeof listZones;
  "account-book.list": typeof listBooks;
  "account-book.lines": typeof listBookLines;
  "book-line.differences": typeof listDifferences;
  "book-line.story": typeof lineStory;
  "account-book.story": typeof bookStory;
  "bonded-list.list": typeof listLists;
  "gate-pass.list": typeof listPasses;
  "business-form.list": typeof listForms;
  "stock-slip.list": typeof listSlips;
  "overview.counts": typeof showCounts;
  "overview.flows": typeof listFlows;
  "overview.stock": typeof listStock;
};

type Looks = {
  "declaration.show": typeof showDeclaration;
  "declaration.explain": typeof explainDeclaration;
  "declaration.preview": typeof previewDeclaration;
  "tariff.search": typeof searchTariff;
  "tariff.show": typeof showTariffLine;
  "duty.assess": typeof assessDuty;
  "tariff.editions": typeof listEditions;
  "codes.list": typeof listCodes;
  "zone.map": typeof showMap;
  "zone.show": typeof showZone;
  "bonded-list.draft-declaration": typeof draftDeclaration;
  "bonded-list.assess-sale": typeof assessSale;
  "bonded-list.codes": typeof codesOfList;
  // Made by one maker for all kinds of records, which folds their types away.
  "office.show": Shown<Office>;
  "account-book.show": Shown<ShownBook>;
  "book-line.show": Shown<ShownLine>;
  "bonded-list.show": Shown<ShownList>;
  "gate-pass.show": Shown<GatePass>;
  "business-form.show": Shown<BusinessForm>;
  "stock-slip.show": Shown<StockSlip>;
  "guarantee.show": Shown<ShownGuarantee>;
};

type Shown<State> = { readonly answer: (request: { readonly id: string }) => State };

/** A book; whether anything is left on its lines stands for the sum of their counts. */
export type ShownBook = Omit<AccountBook, "counts"> & { readonly isEmpty: boolean };

type Texts = Readonly<Record<Measure, string>>;

/** A line of a book with its stock; quantities are decimal text. */
export type ShownLine = Omit<BookLine, "balances" | "heldBy" | "worth"> & {
  readonly stock: readonly {
    readonly status: Status;
    readonly coming: Texts;
    readonly available: Texts;
    readonly reserved: Texts;
    readonly entered: Texts;
    readonly away: Texts;
    readonly claimed: Texts;
  }[];
  readonly worth: { readonly totalUsd: string; readonly averageUsd: string | null };
  readonly heldBy: readonly { readonly paper: string; readonly declared: string }[];
};

/** A guarantee; its amounts are in fen, as text. */
export type ShownGuarantee = Omit<Guarantee, "balances"> &
  Readonly<Record<"availableFen" | "reservedFen" | "calledFen" | "paidFen", string>>;

/** A verification list; its lines keep the value that they were declared with. */
export type ShownList = Omit<BondedList, "lines"> & {
  readonly lines: readonly (BondedList["lines"][number] & {
    readonly value: { readonly amount: string; readonly currency: string };
  })[];
};

type RequestIn<Command> = Command extends { decide: (request: infer Request, ...rest: never[]) => unknown }
  ? Request
  : never;

/** A command the pages send. */
export type CommandName = keyof Commands;
/** A list the pages ask for. */
export type ListName = keyof Lists;
/** A look at records that the pages ask for. */
export type LookName = keyof Looks;

export type CommandRequest<Name extends CommandName> = RequestIn<Commands[Name]>;
export type CommandAnswer<Name extends CommandName> = ReturnType<Commands[Name]["answer"]> & {
  readonly position: number;
  readonly repeated: boolean;
};
export type ListRequest<Name extends ListName> = Parameters<Lists[Name]["where"]>[0];
export type ListRow<Name extends ListName> = ReturnType<Lists[Name]["answer"]>;
export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly position: number;
};
export type LookRequest<Name extends LookName> = Parameters<Looks[Name]["answer"]>[0];
export type LookAnswer<Name extends LookName> = Exclude<
  ReturnType<Looks[Name]["answer"]>,
  { readonly problem: unknown }
>;

export type ShownDeclaration = LookAnswer<"declaration.show">;
export type Explained = LookAnswer<"declaration.explain">;
export type Explanation = Explained["declaration"][number];
export type ExplainedRule = Explanation["conflict"][number];
export type TariffAnswer = LookAnswer<"tariff.search">;
export type Codes = LookAnswer<"codes.list">;
export type ZoneMapAnswer = LookAnswer<"zone.map">;
export type ShownZone = LookAnswer<"zone.show">;

/** Who is signed in. */
export type Session = {
  readonly account: string;
  readonly name: string;
  readonly grants: readonly { readonly role: Role; readonly place: string }[];
  readonly sample: boolean;
};

/** What anybody may know of the installation. */
export type Start = {
  readonly name: string;
  readonly version: string;
  readonly today: string;
  readonly serving: boolean;
  readonly sampleAccounts?: readonly {
    readonly account: string;
    readonly password: string;
    readonly name: string;
    readonly role: Role;
  }[];
};
