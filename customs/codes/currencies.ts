/**
 * Currencies and the decimals of their smallest unit. Source: ISO 4217 list one, state of 2026, without XXX (no currency)
 * and XTS (for tests). Codes withdrawn since 2020 are kept: a recovery or a refund still counts in them.
 */
const DECIMALS: Readonly<Record<number, string>> = {
  0: `BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
      XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XUA`,
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
      CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG
      HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR
      MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD
      SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG
      YER ZAR ZMW ZWG
      ANG BGN CUC HRK SLL ZWL`,
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const CURRENCY_DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries(DECIMALS).flatMap(([digits, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code): [string, number] => [code, Number(digits)]),
  ),
);

/** Whether a text is a currency code in capitals: "CNY" is, "RMB", "cny" and "XXX" are not. */
export const isCurrency = (text: string): boolean => CURRENCY_DIGITS.has(text);

/** Decimals of the smallest unit (0 for yen, 2 for yuan, 3 for dinar); nothing for a text that is no currency. */
export const findCurrencyDigits = (code: string): number | undefined => CURRENCY_DIGITS.get(code);

/** All codes, in the order of the alphabet. */
export const CURRENCY_CODES: readonly string[] = [...CURRENCY_DIGITS.keys()].sort();
