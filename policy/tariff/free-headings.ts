/**
 * Codes that are free by the law itself: both MFN and general are 0 in a source that prints specific rates in another
 * way, so that its 0 can be trusted. A schedule whose 0 has two meanings is free only where this table says so.
 */
export type FreeHeading = { readonly code: string; readonly source: string };

const NOTICE_2026 = "Tariff 2026, official notice";
const SCHEDULE_2018 = "Tariff 2018, schedule of chapters 49 to 97, where specific rates are printed as notes";

/** Breeding horses, iron ore fines. */
const READ_2026 = "01012100 26011110";

/** Books, newspapers, music, maps and plans; unwrought precious metals, their waste and coin; collections and antiques. */
const READ_2018 = `
  49019900 49021000 49029000 49030000 49040000 49051000 49059100 49059900 49060000 49111010
  71061011 71061019 71061021 71061029 71069110 71069190 71081100 71081200 71082000
  71101100 71101910 71102910 71103100 71103910 71104100 71104910 71129110 71129210 71181000 71189000
  97050000 97060000`;

const rows = (codes: string, source: string): readonly FreeHeading[] =>
  codes
    .trim()
    .split(/\s+/)
    .map((code) => ({ code, source }));

export const FREE_HEADINGS: readonly FreeHeading[] = [
  ...rows(READ_2026, NOTICE_2026),
  ...rows(READ_2018, SCHEDULE_2018),
];
