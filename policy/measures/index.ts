/** The measures of this release, each named here: a file that is not listed is not law, and a check says so. */
import type { DeclarationMeasure, GoodsMeasure } from "../define-measure.ts";
import bondedPlaceSuspension1 from "./cn/bonded-place-suspension.v1.ts";
import bondedSuspension1 from "./cn/bonded-suspension.v1.ts";
import comprehensiveZoneEquipmentExempt1 from "./cn/comprehensive-zone-equipment-exempt.v1.ts";
import dutyCollected1 from "./cn/duty-collected.v1.ts";
import dutyCollected2 from "./cn/duty-collected.v2.ts";
import goldPermit1 from "./cn/gold-permit.v1.ts";
import laneDocuments1 from "./cn/lane-documents.v1.ts";
import laneInspectDiscredited1 from "./cn/lane-inspect-discredited.v1.ts";
import laneInspectDrawn1 from "./cn/lane-inspect-drawn.v1.ts";
import laneRelease1 from "./cn/lane-release.v1.ts";
import medicineClearanceForm1 from "./cn/medicine-clearance-form.v1.ts";
import paymentDays1 from "./cn/payment-days.v1.ts";
import paymentDays2 from "./cn/payment-days.v2.ts";
import processingTradeSuspension1 from "./cn/processing-trade-suspension.v1.ts";
import processingZoneEquipmentExempt1 from "./cn/processing-zone-equipment-exempt.v1.ts";
import quarantineClearance1 from "./cn/quarantine-clearance.v1.ts";
import quotaCertificate1 from "./cn/quota-certificate.v1.ts";
import releaseAfterPayment1 from "./cn/release-after-payment.v1.ts";
import releaseAgainstGuarantee1 from "./cn/release-against-guarantee.v1.ts";
import solidWasteLicence1 from "./cn/solid-waste-licence.v1.ts";
import solidWasteProhibited1 from "./cn/solid-waste-prohibited.v1.ts";
import temporarySuspension1 from "./cn/temporary-suspension.v1.ts";
import temporarySuspension2 from "./cn/temporary-suspension.v2.ts";
import zoneEquipmentExempt1 from "./cn/zone-equipment-exempt.v1.ts";
import zoneExportExempt1 from "./cn/zone-export-exempt.v1.ts";
import zoneRecordList1 from "./cn/zone-record-list.v1.ts";
import zoneResearchSuspension1 from "./cn/zone-research-suspension.v1.ts";

/** Asked for every goods item. */
export const goodsMeasures: readonly GoodsMeasure[] = [
  bondedPlaceSuspension1,
  bondedSuspension1,
  comprehensiveZoneEquipmentExempt1,
  dutyCollected1,
  dutyCollected2,
  goldPermit1,
  medicineClearanceForm1,
  processingTradeSuspension1,
  processingZoneEquipmentExempt1,
  quarantineClearance1,
  quotaCertificate1,
  solidWasteLicence1,
  solidWasteProhibited1,
  temporarySuspension1,
  temporarySuspension2,
  zoneEquipmentExempt1,
  zoneExportExempt1,
  zoneRecordList1,
  zoneResearchSuspension1,
];

/** Asked once for the declaration. */
export const declarationMeasures: readonly DeclarationMeasure[] = [
  laneDocuments1,
  laneInspectDiscredited1,
  laneInspectDrawn1,
  laneRelease1,
  paymentDays1,
  paymentDays2,
  releaseAfterPayment1,
  releaseAgainstGuarantee1,
];
