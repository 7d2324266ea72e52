/**
 * The preferential trade agreements that China applies in 2026, each with the origins it covers.
 * Source: tariff adjustment plan of 2026 and its agreement tables, re-keyed from the official notice.
 * The codes are those of `openftz assess`; "R-" marks RCEP, whose rates differ by partner.
 */
export type Agreement = {
  readonly code: string;
  readonly name: string;
  readonly origins: ReadonlySet<string>;
};

const ROWS: readonly (readonly [code: string, name: string, origins: string])[] = [
  ["AP", "Asia-Pacific Trade Agreement", "BD IN LA KR LK MN"],
  ["AS", "ASEAN-China", "BN KH ID LA MY MM PH SG TH VN"],
  ["CL", "China-Chile", "CL"],
  ["PK", "China-Pakistan", "PK"],
  ["NZ", "China-New Zealand", "NZ"],
  ["SG", "China-Singapore", "SG"],
  ["PE", "China-Peru", "PE"],
  ["CR", "China-Costa Rica", "CR"],
  ["CH", "China-Switzerland", "CH"],
  ["IS", "China-Iceland", "IS"],
  ["KR", "China-Korea", "KR"],
  ["AU", "China-Australia", "AU"],
  ["GE", "China-Georgia", "GE"],
  ["MU", "China-Mauritius", "MU"],
  ["R-AS", "RCEP, ASEAN members", "BN KH ID LA MY MM PH SG TH VN"],
  ["R-AU", "RCEP, Australia", "AU"],
  ["R-JP", "RCEP, Japan", "JP"],
  ["R-KR", "RCEP, Korea", "KR"],
  ["R-NZ", "RCEP, New Zealand", "NZ"],
  ["KH", "China-Cambodia", "KH"],
  ["NI", "China-Nicaragua", "NI"],
  ["EC", "China-Ecuador", "EC"],
  ["RS", "China-Serbia", "RS"],
  ["HN", "China-Honduras early harvest", "HN"],
  ["MV", "China-Maldives", "MV"],
  ["HK", "CEPA Hong Kong", "HK"],
  ["MO", "CEPA Macao", "MO"],
  ["TW", "ECFA", "TW"],
];

/** By code, in the order of the notice. */
export const AGREEMENTS_2026: ReadonlyMap<string, Agreement> = new Map(
  ROWS.map(([code, name, origins]) => [code, { code, name, origins: new Set(origins.split(" ")) }]),
);

const byOrigin = (): ReadonlyMap<string, readonly Agreement[]> => {
  const covering = new Map<string, Agreement[]>();
  for (const agreement of AGREEMENTS_2026.values())
    for (const origin of agreement.origins)
      covering.set(origin, [...(covering.get(origin) ?? []), agreement]);
  return covering;
};
const BY_ORIGIN = byOrigin();
const NONE: readonly Agreement[] = [];

/** The agreements under which goods of this origin may be claimed, in the order of the notice; whether a tariff line has a rate is another question. */
export const agreementsCovering = (origin: string): readonly Agreement[] => BY_ORIGIN.get(origin) ?? NONE;
