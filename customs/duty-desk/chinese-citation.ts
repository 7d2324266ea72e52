/** The citations of the duty engine in Chinese, with the laws' official names. */

const LAWS: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^Tariff Law/, "《关税法》"],
  [/^VAT Law/, "《增值税法》"],
  [/^Regulation on Import and Export Duties/, "《进出口关税条例》"],
  [/^Provisional Regulation on Consumption Tax/, "《消费税暂行条例》"],
  [/^Provisional Regulation on Value-Added Tax/, "《增值税暂行条例》"],
];

/** "Tariff Law, art. 16 to 18" as 《关税法》第16至18条; "(R)", recalled and not confirmed, as 待核实. */
export const chineseCitation = (citation: string): string =>
  LAWS.reduce((text, [english, chinese]) => text.replace(english, chinese), citation)
    .replace(
      /, art\. (\d+(?:(?:, | and | to )\d+)*)/,
      (_, articles: string) => `第${articles.replace(/, | and /g, "、").replace(" to ", "至")}条`,
    )
    .replace(" (R)", "（待核实）");
