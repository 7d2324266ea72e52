/**
 * Headings that the law taxes by quantity, or by quantity and value together. A schedule that can only print fractions
 * of the value prints 0 for them (or the value part alone), which would read as free. The import of such a schedule makes
 * these columns "not stated", so that a declaration is held and nobody is let in free by a gap in a file.
 *
 * (R): recalled, not confirmed in a text read for this project. A heading too many holds goods; one too few frees them.
 */
export type QuantityTaxed = {
  /** The digits a code starts with. */
  readonly code: string;
  readonly columns: readonly ("mfn" | "general" | "consumptionTax")[];
  /** `specific`: a printed 0 is meant. `compound`: whatever is printed is only the part by value. */
  readonly form: "specific" | "compound";
  readonly source: string;
};

const NOTICE_2026 = "Tariff 2026, official notice";
const SCHEDULE_2018 = "Tariff 2018, schedule of chapters 49 to 97: printed as a note in place of a rate";
const DUTY_ANNEX = "Tariff, annex of specific and compound rates (R)";
const CT_ANNEX = "Provisional Regulation on Consumption Tax, annex of tax items and rates";

export const QUANTITY_TAXED: readonly QuantityTaxed[] = [
  // Frozen chicken: 0.6 CNY/kg for 0207.1411, 0.8 for 0207.1421, 0.5 for 0207.1429 in 2026.
  { code: "020712", columns: ["mfn", "general"], form: "specific", source: DUTY_ANNEX },
  { code: "020714", columns: ["mfn", "general"], form: "specific", source: NOTICE_2026 },
  { code: "05040021", columns: ["mfn", "general"], form: "specific", source: DUTY_ANNEX },
  // Beer: general 7.5 CNY/L in 2026. Its MFN rate was 0 then; the edition before is not confirmed, so it is held too.
  { code: "2203", columns: ["mfn", "general"], form: "specific", source: NOTICE_2026 },
  { code: "2709", columns: ["mfn", "general"], form: "specific", source: DUTY_ANNEX },
  // Film and plates by the square metre, cinema film by the metre.
  { code: "3701", columns: ["mfn", "general"], form: "specific", source: DUTY_ANNEX },
  { code: "3702", columns: ["mfn", "general"], form: "specific", source: DUTY_ANNEX },
  { code: "3706", columns: ["mfn", "general"], form: "specific", source: DUTY_ANNEX },
  // Cotton outside the quota at the sliding provisional rate.
  { code: "5201000080", columns: ["mfn", "general"], form: "specific", source: SCHEDULE_2018 },
  // Video recorders and cameras by price and unit.
  { code: "852110", columns: ["mfn", "general"], form: "compound", source: SCHEDULE_2018 },
  { code: "85258012", columns: ["general"], form: "compound", source: SCHEDULE_2018 },
  { code: "85258013", columns: ["general"], form: "compound", source: SCHEDULE_2018 },
  { code: "85258022", columns: ["general"], form: "compound", source: SCHEDULE_2018 },
  { code: "85258025", columns: ["general"], form: "compound", source: SCHEDULE_2018 },
  { code: "85258029", columns: ["general"], form: "compound", source: SCHEDULE_2018 },
  { code: "85258032", columns: ["general"], form: "compound", source: SCHEDULE_2018 },
  { code: "85258039", columns: ["general"], form: "compound", source: SCHEDULE_2018 },
  // Consumption tax: beer and yellow rice wine by the tonne, spirits and cigarettes by value and quantity, fuels and
  // lubricants by the litre.
  { code: "2203", columns: ["consumptionTax"], form: "specific", source: CT_ANNEX },
  { code: "220600", columns: ["consumptionTax"], form: "specific", source: CT_ANNEX },
  { code: "2208", columns: ["consumptionTax"], form: "compound", source: CT_ANNEX },
  { code: "24022", columns: ["consumptionTax"], form: "compound", source: CT_ANNEX },
  { code: "2402900001", columns: ["consumptionTax"], form: "compound", source: CT_ANNEX },
  { code: "2710", columns: ["consumptionTax"], form: "specific", source: CT_ANNEX },
  {
    code: "27075",
    columns: ["consumptionTax"],
    form: "specific",
    source: `${CT_ANNEX}, by later notices (R)`,
  },
  {
    code: "3403",
    columns: ["consumptionTax"],
    form: "specific",
    source: `${CT_ANNEX}, by later notices (R)`,
  },
  {
    code: "3826",
    columns: ["consumptionTax"],
    form: "specific",
    source: `${CT_ANNEX}, by later notices (R)`,
  },
];
