/** The lists the contract names, keyed once more by hand so that a slip in the engine's own is seen. */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Agreements of 2026 and the countries they cover: `agreements-2026.csv`, in its order. */
export const AGREEMENTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    AP: words("BD IN LA KR LK MN"),
    AS: words("BN KH ID LA MY MM PH SG TH VN"),
    CL: ["CL"],
    PK: ["PK"],
    NZ: ["NZ"],
    SG: ["SG"],
    PE: ["PE"],
    CR: ["CR"],
    CH: ["CH"],
    IS: ["IS"],
    KR: ["KR"],
    AU: ["AU"],
    GE: ["GE"],
    MU: ["MU"],
    "R-AS": words("BN KH ID LA MY MM PH SG TH VN"),
    "R-AU": ["AU"],
    "R-JP": ["JP"],
    "R-KR": ["KR"],
    "R-NZ": ["NZ"],
    KH: ["KH"],
    NI: ["NI"],
    EC: ["EC"],
    RS: ["RS"],
    HN: ["HN"],
    MV: ["MV"],
    HK: ["HK"],
    MO: ["MO"],
    TW: ["TW"],
  }),
);

/** `"LD"`: the least developed countries of 2026 with a rate of 0, `ldc-zero-duty-2026.csv`. */
export const LEAST_DEVELOPED: ReadonlySet<string> = new Set(
  words(`AF ET AO BJ BF BI TL TG ER GM CD KI DJ GW GN KH KM LS LA LR RW MG MW ML MR BD MM MZ SS NP NE SL SN ST SD SB
    SO TZ UG YE ZM TD CF`),
);

/** ISO 3166-1, the officially assigned two-letter codes. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  words(`AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY
    BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM
    JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE
    RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT
    TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`),
);

/** ISO 4217, list one. */
export const CURRENCIES: ReadonlySet<string> = new Set(
  words(`AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
    CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
    GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR
    PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY
    TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD
    XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG`),
);

/** Units that convert into each other: how many of the family's smallest one unit is. Nothing else converts. */
export const FAMILIES: readonly Readonly<Record<string, bigint>>[] = [
  { g: 1n, kg: 1_000n, t: 1_000_000n },
  { ml: 1n, L: 1_000n },
];
