/** A few exchange rates, so that declarations in other currencies than CNY can be filed on a fresh installation. */
import type { Act } from "./acts.ts";
import { type DollarMonth, ratesOf } from "./dollar-rates.ts";

// biome-ignore format: one month a row
const MONTHS: readonly DollarMonth[] = [
  { month: "2019-12", perDollar: { CNY: "7.0137", EUR: "0.8998", JPY: "109.1010", HKD: "7.8045", GBP: "0.7628", KRW: "1174.7052", SGD: "1.3565", CHF: "0.9826" } },
  { month: "2021-12", perDollar: { CNY: "6.3693", EUR: "0.8849", JPY: "113.8329", HKD: "7.7990", GBP: "0.7517", KRW: "1183.8871", SGD: "1.3634", CHF: "0.9210" } },
  { month: "2023-12", perDollar: { CNY: "7.1402", EUR: "0.9167", JPY: "143.9815", HKD: "7.8098", GBP: "0.7901", KRW: "1304.3945", SGD: "1.3321", CHF: "0.8648" } },
  { month: "2025-12", perDollar: { CNY: "7.0432", EUR: "0.854", JPY: "155.9150", HKD: "7.7808", GBP: "0.747", KRW: "1465.3550", SGD: "1.2907", CHF: "0.7969" } },
  { month: "2026-06", perDollar: { CNY: "6.7758", EUR: "0.8684", JPY: "160.7700", HKD: "7.8377", GBP: "0.7497", KRW: "1529.4619", SGD: "1.2878", CHF: "0.7993" } },
];

const CURRENCIES = ["USD", "EUR", "JPY", "HKD", "GBP", "KRW", "SGD", "CHF"];

/** The acts that set them. */
export const exchangeActs = (): readonly Act[] =>
  MONTHS.flatMap((month) => ratesOf(month, CURRENCIES)).map((rate): Act => ["exchange.set", rate]);
