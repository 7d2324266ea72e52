import type { Fault } from "../define/problem.ts";
import { may } from "../define/record.ts";
import { ExchangeRecord } from "../exchange/exchange.ts";
import { lookup } from "../law/command.ts";
import { asProblem, isConfirmed, readDay, refused, yuanText } from "../law/computation.ts";
import { customsValue } from "./customs-value.ts";
import { ComputeValue, currenciesOf, readCase, usedRates } from "./value-request.ts";

/**
 * The customs value of goods from the price of their invoice, with every step told. The same arithmetic for everybody,
 * so it is open to everybody; nothing is written.
 */
export const computeValue = lookup({
  name: "valuation.compute",
  title: { en: "Compute a customs value", zh: "完税价格计算" },
  by: "anyone",
  request: ComputeValue,
  needs: (request) => currenciesOf(request).map((currency) => may(ExchangeRecord, currency)),
  answer: (request, { records, now }, law) => {
    const faults: Fault[] = [];
    const day = readDay(request.day, now.day, "/day", faults);
    const it = readCase(request, day, records, law, faults);
    const computed = customsValue(it);
    if (computed.kind === "refused") return asProblem(refused([...faults, ...computed.faults]));
    if (faults.length > 0) return asProblem(refused(faults));
    const { value, steps } = computed;
    return {
      day,
      amount: yuanText(value),
      currency: "CNY",
      exchangeRates: usedRates(request, it, records),
      confirmed: isConfirmed(steps),
      steps,
    };
  },
});
