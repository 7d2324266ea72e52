/** Everything the room of customs offers, in one list each: a new command, query, record or entry is added here. */
import type { Upcasts } from "@openftz/kernel/fold.ts";
import {
  AccountBookRecord,
  accountBookChangeDecided,
  accountBookChangeFiled,
  accountBookClosed,
  accountBookDecided,
  accountBookOpened,
  accountBookPaused,
} from "./account-book/account-book.ts";
import { adjustLine } from "./account-book/adjust-line.ts";
import {
  BookLineRecord,
  bookLineAdjusted,
  bookLineOpened,
  bookLinePaused,
} from "./account-book/book-line.ts";
import { closeBook, decideChange, fileChange, pauseBook, pauseLine } from "./account-book/change-book.ts";
import { decideAccountBook } from "./account-book/decide-account-book.ts";
import { lineStory } from "./account-book/line-story.ts";
import { listBookLines, listBooks } from "./account-book/list-books.ts";
import { listDifferences } from "./account-book/list-differences.ts";
import { openAccountBook } from "./account-book/open-account-book.ts";
import { ArchiveRecord, archiveChangeFiled, archiveDecided, archiveFiled } from "./archive/archive.ts";
import { decideArchive, fileArchive, fileArchiveChange } from "./archive/file-archive.ts";
import { listArchives } from "./archive/list-archives.ts";
import { AuthorityRecord, authorityGranted, authorityRevoked } from "./authority/authority.ts";
import { grantAuthority } from "./authority/grant-authority.ts";
import { revokeAuthority } from "./authority/revoke-authority.ts";
import { assessSale } from "./bonded-list/assess-sale.ts";
import {
  BondedListRecord,
  bondedListApproved,
  bondedListCovered,
  bondedListDeleted,
  bondedListPosted,
  bondedListReversed,
  listUpcasts,
} from "./bonded-list/bonded-list.ts";
import { codesOfList } from "./bonded-list/codes-of-list.ts";
import { coverList } from "./bonded-list/cover-list.ts";
import { declareList } from "./bonded-list/declare-list.ts";
import { draftDeclaration } from "./bonded-list/draft-declaration.ts";
import { deleteList, expireList, postList, reverseList } from "./bonded-list/end-list.ts";
import { listLists } from "./bonded-list/list-lists.ts";
import { bookStory } from "./book-story/book-story.ts";
import {
  BusinessFormRecord,
  businessFormClosed,
  businessFormDecided,
  businessFormFiled,
} from "./business-form/business-form.ts";
import { closeForm, decideForm, fileForm } from "./business-form/decide-form.ts";
import { listForms } from "./business-form/list-forms.ts";
import { decideAmendment, requestAmendment } from "./declaration/amend.ts";
import { clearHold } from "./declaration/clear-hold.ts";
import { closeDeclaration } from "./declaration/close-declaration.ts";
import { DeclarationRecord } from "./declaration/declaration.ts";
import { declarationEntries, declarationUpcasts } from "./declaration/entries.ts";
import { fileDeclaration, importDeclaration } from "./declaration/file-declaration.ts";
import { giveDocument } from "./declaration/give-document.ts";
import { listDeclarations } from "./declaration/list-declarations.ts";
import { markOverdue } from "./declaration/mark-overdue.ts";
import { payTax } from "./declaration/pay-tax.ts";
import { previewDeclaration } from "./declaration/preview-declaration.ts";
import { releaseDeclaration } from "./declaration/release-declaration.ts";
import { explainDeclaration, showDeclaration } from "./declaration/show-declaration.ts";
import { withdrawDeclaration, withdrawReleased } from "./declaration/withdraw.ts";
import type { Command } from "./define/command.ts";
import type { EntryType } from "./define/entry-type.ts";
import type { Query } from "./define/query.ts";
import type { DerivedKind, FileKind, JournalKind } from "./define/record.ts";
import { computeInterest } from "./duty/compute-interest.ts";
import { computeLateDeclaration, computeLatePayment } from "./duty/compute-late-charges.ts";
import { computeSelectiveDuty } from "./duty/compute-selective-duty.ts";
import { assessDuty } from "./duty-desk/assess-duty.ts";
import { computeRetailTax } from "./ecommerce/compute-retail-tax.ts";
import { adoptQuotations } from "./exchange/adopt-quotations.ts";
import { ExchangeRecord, exchangeRateSet, setExchangeRate } from "./exchange/exchange.ts";
import { showRate } from "./exchange/show-rate.ts";
import { recordPassage, voidPass } from "./gate-pass/end-pass.ts";
import { GatePassRecord, gatePassApproved, gatePassPassed, gatePassVoided } from "./gate-pass/gate-pass.ts";
import { listPasses } from "./gate-pass/list-passes.ts";
import { requestPass } from "./gate-pass/request-pass.ts";
import { callGuarantee, settleGuarantee } from "./guarantee/call-guarantee.ts";
import {
  GuaranteeRecord,
  guaranteeCalled,
  guaranteeOpened,
  guaranteeSettled,
} from "./guarantee/guarantee.ts";
import { listGuarantees } from "./guarantee/list-guarantees.ts";
import { openGuarantee } from "./guarantee/open-guarantee.ts";
import { adoptHs, listHsEditions } from "./hs/adopt-hs.ts";
import { HsRecord, hsAdopted } from "./hs/hs-book.ts";
import { HsFile } from "./hs/hs-edition.ts";
import type { CustomsLaw } from "./law/law.ts";
import { listCodes } from "./law/list-codes.ts";
import { recordQueries } from "./law/record-queries.ts";
import { giveMandate } from "./mandate/give-mandate.ts";
import { MandateRecord, mandateGiven, mandateWithdrawn } from "./mandate/mandate.ts";
import { withdrawMandate } from "./mandate/withdraw-mandate.ts";
import { OfficeRecord, officeRegistered, registerOffice } from "./office/office.ts";
import { listFlows } from "./overview/list-flows.ts";
import { listStock } from "./overview/list-stock.ts";
import { showCounts } from "./overview/show-counts.ts";
import { erasePerson } from "./party/erase-person.ts";
import { listParties } from "./party/list-parties.ts";
import { PartyRecord, partyCreditSet, partyPersonErased, partyRegistered } from "./party/party.ts";
import { registerParty } from "./party/register-party.ts";
import { setCredit } from "./party/set-credit.ts";
import { drawArea, renameArea } from "./policy-area/change-area.ts";
import { policyAreaEntries } from "./policy-area/entries.ts";
import { placeZone } from "./policy-area/place-zone.ts";
import { PolicyAreaRecord, PolicyAreaRegisterRecord } from "./policy-area/policy-area.ts";
import { registerArea } from "./policy-area/register-area.ts";
import { listAreas, showArea } from "./policy-area/show-areas.ts";
import { listProposals } from "./proposal/list-proposals.ts";
import { ProposalRecord, proposalConfirmed, proposalDeclined, proposalOpened } from "./proposal/proposal.ts";
import { confirming, declining, proposing } from "./proposal/two-people.ts";
import { computeExempt } from "./relief/compute-exempt.ts";
import { computeTemporary } from "./relief/compute-temporary.ts";
import { declareSlip, deleteSlip } from "./stock-slip/declare-slip.ts";
import { listSlips } from "./stock-slip/list-slips.ts";
import {
  StockSlipRecord,
  stockSlipDeclared,
  stockSlipDeleted,
  stockSlipPassed,
} from "./stock-slip/stock-slip.ts";
import { adoptTariff } from "./tariff/adopt-tariff.ts";
import { tariffAdopted, tariffReverted, tariffUpcasts } from "./tariff/adoption.ts";
import { CheckedEdition } from "./tariff/checked-edition.ts";
import { EditionFile } from "./tariff/edition.ts";
import { revertTariff } from "./tariff/revert-tariff.ts";
import { listEditions, searchTariff, showTariffLine } from "./tariff/search-tariff.ts";
import { checkEdition } from "./tariff/show-check.ts";
import { TariffRecord } from "./tariff/tariff-book.ts";
import { computeValue } from "./valuation/compute-value.ts";
import {
  adoptCapabilities,
  MatrixRecord,
  showCapabilities,
  zoneCapabilitiesAdopted,
} from "./zone/adopt-capabilities.ts";
import { BoundaryFile } from "./zone/boundary.ts";
import { MatrixFile } from "./zone/capability-matrix.ts";
import { changeOffice } from "./zone/change-office.ts";
import { changeZoneType } from "./zone/change-zone-type.ts";
import { ZoneCodeRecord } from "./zone/codes.ts";
import { drawBoundary } from "./zone/draw-boundary.ts";
import { zoneEntries, zoneUpcasts } from "./zone/entries.ts";
import { findByCode } from "./zone/find-by-code.ts";
import { listZones } from "./zone/list-zones.ts";
import { ratePerformance } from "./zone/rate-performance.ts";
import { recordAcceptance } from "./zone/record-acceptance.ts";
import { registerZone } from "./zone/register-zone.ts";
import { setCode } from "./zone/set-code.ts";
import { setSetting } from "./zone/set-setting.ts";
import { showZone } from "./zone/show-zone.ts";
import { ZoneRecord, ZoneRegisterRecord } from "./zone/zone.ts";
import { showMap } from "./zone/zone-map.ts";

type AnyCommand = Command<never, object, CustomsLaw>;

const acts = [
  registerParty,
  setCredit,
  erasePerson,
  giveMandate,
  withdrawMandate,
  registerOffice,
  registerZone,
  changeZoneType,
  changeOffice,
  setCode,
  drawBoundary,
  recordAcceptance,
  ratePerformance,
  setSetting,
  adoptCapabilities,
  registerArea,
  renameArea,
  drawArea,
  placeZone,
  openGuarantee,
  callGuarantee,
  settleGuarantee,
  grantAuthority,
  revokeAuthority,
  setExchangeRate,
  adoptQuotations,
  adoptHs,
  adoptTariff,
  revertTariff,
  fileDeclaration,
  importDeclaration,
  giveDocument,
  clearHold,
  releaseDeclaration,
  payTax,
  markOverdue,
  requestAmendment,
  decideAmendment,
  withdrawDeclaration,
  withdrawReleased,
  closeDeclaration,
  fileArchive,
  fileArchiveChange,
  decideArchive,
  openAccountBook,
  decideAccountBook,
  fileChange,
  decideChange,
  closeBook,
  pauseBook,
  pauseLine,
  declareList,
  coverList,
  postList,
  deleteList,
  expireList,
  reverseList,
  fileForm,
  decideForm,
  closeForm,
  declareSlip,
  deleteSlip,
  requestPass,
  recordPassage,
  voidPass,
  adjustLine,
] as unknown as readonly AnyCommand[];

type TwoPeopleCommand = Parameters<typeof proposing>[0];

const forTwo = new Map(
  acts.filter(({ twoPeople }) => twoPeople).map((act) => [act.name, act as unknown as TwoPeopleCommand]),
);

/** Every command of the release. */
export const commands: readonly AnyCommand[] = [
  ...acts.map((act) => {
    const inner = forTwo.get(act.name);
    return inner ? (proposing(inner) as unknown as AnyCommand) : act;
  }),
  ...([confirming(forTwo), declining(forTwo)] as unknown as readonly AnyCommand[]),
];

/** Every query of the release. */
export const queries = [
  listDeclarations,
  showDeclaration,
  explainDeclaration,
  previewDeclaration,
  listParties,
  listGuarantees,
  listProposals,
  listZones,
  listArchives,
  listBooks,
  listDifferences,
  listBookLines,
  lineStory,
  bookStory,
  listLists,
  listForms,
  listSlips,
  listPasses,
  draftDeclaration,
  codesOfList,
  assessSale,
  showZone,
  showMap,
  findByCode,
  showCapabilities,
  listAreas,
  showArea,
  searchTariff,
  showTariffLine,
  listEditions,
  showRate,
  computeValue,
  computeRetailTax,
  computeTemporary,
  computeExempt,
  computeLatePayment,
  computeLateDeclaration,
  computeInterest,
  computeSelectiveDuty,
  checkEdition,
  listHsEditions,
  assessDuty,
  showCounts,
  listFlows,
  listStock,
  listCodes,
  ...recordQueries,
] as unknown as readonly Query[];

/** Every kind of record. */
export const kinds = [
  PartyRecord,
  MandateRecord,
  OfficeRecord,
  ZoneRecord,
  ZoneRegisterRecord,
  ZoneCodeRecord,
  MatrixRecord,
  PolicyAreaRecord,
  PolicyAreaRegisterRecord,
  GuaranteeRecord,
  AuthorityRecord,
  ExchangeRecord,
  HsRecord,
  TariffRecord,
  ProposalRecord,
  DeclarationRecord,
  ArchiveRecord,
  AccountBookRecord,
  BookLineRecord,
  BondedListRecord,
  BusinessFormRecord,
  StockSlipRecord,
  GatePassRecord,
] as unknown as readonly JournalKind<never>[];

/** Every kind of record that is a file. */
export const files = [EditionFile, HsFile, BoundaryFile, MatrixFile] as unknown as readonly FileKind<never>[];

/** Every kind of record that is made from files. */
export const derived = [CheckedEdition] as unknown as readonly DerivedKind<never>[];

/** Every type of entry at its newest version. */
export const entryTypes: readonly EntryType[] = [
  partyRegistered,
  partyCreditSet,
  partyPersonErased,
  mandateGiven,
  mandateWithdrawn,
  officeRegistered,
  ...zoneEntries,
  zoneCapabilitiesAdopted,
  ...policyAreaEntries,
  guaranteeOpened,
  guaranteeCalled,
  guaranteeSettled,
  authorityGranted,
  authorityRevoked,
  exchangeRateSet,
  hsAdopted,
  tariffAdopted,
  tariffReverted,
  proposalOpened,
  proposalConfirmed,
  proposalDeclined,
  ...declarationEntries,
  archiveFiled,
  archiveChangeFiled,
  archiveDecided,
  accountBookOpened,
  accountBookDecided,
  bookLineOpened,
  bookLineAdjusted,
  bondedListApproved,
  bondedListCovered,
  bondedListPosted,
  bondedListDeleted,
  bondedListReversed,
  accountBookChangeFiled,
  accountBookChangeDecided,
  accountBookClosed,
  accountBookPaused,
  bookLinePaused,
  businessFormFiled,
  businessFormDecided,
  businessFormClosed,
  stockSlipDeclared,
  stockSlipPassed,
  stockSlipDeleted,
  gatePassApproved,
  gatePassPassed,
  gatePassVoided,
];

/** How bodies of older versions become the next version's, by "type@version". */
export const upcasts: Upcasts = { ...declarationUpcasts, ...tariffUpcasts, ...zoneUpcasts, ...listUpcasts };
