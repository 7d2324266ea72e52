import { may } from "../define/record.ts";
import { ExchangeRecord } from "../exchange/exchange.ts";
import { explained, yuanText } from "../law/computation.ts";
import { computation } from "../law/define-computation.ts";
import { customsValue } from "./customs-value.ts";
import { ComputeValue, currenciesOf, readCase, usedRates } from "./value-request.ts";

/**
 * The customs value of goods from the price of their invoice, with every step told. The same arithmetic for everybody,
 * so it is open to everybody; nothing is written.
 */
export const computeValue = computation({
  name: "valuation.compute",
  title: { en: "Compute a customs value", zh: "完税价格计算" },
  request: ComputeValue,
  needs: (request) => currenciesOf(request).map((currency) => may(ExchangeRecord, currency)),
  read: (request, reader) => {
    const { records, law, faults } = reader;
    const it = readCase(request, reader.day("/day", request.day), records, law, faults);
    return { request, it, records, found: reader.unlessRefused(customsValue(it)) };
  },
  compute: ({ request, it, records, found: { value, steps } }) => {
    const exchangeRates = usedRates(request, it, records);
    return explained({ day: it.day, amount: yuanText(value), currency: "CNY", exchangeRates }, steps);
  },
});
