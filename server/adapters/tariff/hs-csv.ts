/** The six-digit codes of an edition of the Harmonized System, from a CSV whose column "code" holds them. */
import { CsvFault, csvRecords, decodeCsv } from "./csv.ts";

/** The codes, in the order of the file; chapters and headings are left out. @throws CsvFault */
export const readHsCodes = (bytes: Uint8Array): readonly string[] => {
  let column = -1;
  const codes: string[] = [];
  for (const { line, fields } of csvRecords(decodeCsv(bytes))) {
    if (column < 0) {
      column = fields.indexOf("code");
      if (column < 0) throw new CsvFault(line, `no column of the first line is "code"`);
      continue;
    }
    const code = fields[column] ?? "";
    if (!/^[0-9]{2,6}$/.test(code)) throw new CsvFault(line, `"${code}" is no code of 2 to 6 digits`);
    if (code.length === 6) codes.push(code);
  }
  if (codes.length === 0) throw new CsvFault(1, "the file holds no code of six digits");
  return codes;
};
