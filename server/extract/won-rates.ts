/** The Korean won as dated data for the months of the extract; source and rule in `../sample/dollar-rates.ts`. */
import { type DollarMonth, ratesOf } from "../sample/dollar-rates.ts";

const month = (name: string, CNY: string, KRW: string): DollarMonth => ({
  month: name,
  perDollar: { CNY, KRW },
});

/** December 2019 to May 2021, for declarations of January 2020 to June 2021. */
const MONTHS: readonly DollarMonth[] = [
  month("2019-12", "7.0137", "1174.7052"),
  month("2020-01", "6.9184", "1167.4624"),
  month("2020-02", "6.9967", "1195.3358"),
  month("2020-03", "7.0205", "1218.1945"),
  month("2020-04", "7.0708", "1223.1309"),
  month("2020-05", "7.1016", "1228.1340"),
  month("2020-06", "7.0816", "1206.9459"),
  month("2020-07", "7.0041", "1198.6186"),
  month("2020-08", "6.9270", "1186.8562"),
  month("2020-09", "6.8106", "1176.8619"),
  month("2020-10", "6.7254", "1143.7681"),
  month("2020-11", "6.6029", "1116.0978"),
  month("2020-12", "6.5393", "1093.7876"),
  month("2021-01", "6.4672", "1098.2367"),
  month("2021-02", "6.4601", "1111.8137"),
  month("2021-03", "6.5109", "1130.2543"),
  month("2021-04", "6.5186", "1117.8555"),
  month("2021-05", "6.4321", "1123.6565"),
];

/** The requests of `exchange.set` for the won. */
export const wonRates = () => MONTHS.flatMap((each) => ratesOf(each, ["KRW"]));
