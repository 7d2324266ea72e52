/** What a spreadsheet puts on the clipboard: rows by line, cells by tab, a cell in quotes when it holds either. */

/** The cells of pasted text, or null when it is a single plain value that belongs into one field. */
export const readCells = (text: string, separator = "\t"): readonly (readonly string[])[] | null => {
  const body = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  if (!body.includes(separator) && !body.includes("\n")) return null;
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let index = 0; index < body.length; index++) {
    const sign = body[index]!;
    if (quoted) {
      if (sign === '"' && body[index + 1] === '"') cell += body[++index];
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator || sign === "\n") {
      rows.at(-1)!.push(cell.trim());
      cell = "";
      if (sign === "\n") rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)!.push(cell.trim());
  return rows.filter((row) => row.some((each) => each !== ""));
};

/** The same of a file: its cells stand apart by tabs, semicolons or commas, whichever its first line has. */
export const readSheet = (text: string): readonly (readonly string[])[] => {
  const [first = ""] = text
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split(/[\r\n]/, 1);
  const separator = ["\t", ";", ","].find((each) => first.includes(each)) ?? "\t";
  const sheet = text.replace(/^\uFEFF/, "");
  return readCells(sheet, separator) ?? (sheet.trim() === "" ? [] : [[sheet.trim()]]);
};

/** "1,250.00" or " 1250.00 " as "1250.00": what people and spreadsheets write is not yet a decimal. */
export const plainNumber = (text: string): string => {
  const bare = text.replace(/[\s,，'’]/g, "");
  return /^\d*\.?\d*$/.test(bare) ? bare.replace(/^0+(?=\d)/, "") : text.trim();
};

/** "2204.21.0000" or "2204 21 0000" as "2204210000". */
export const plainCode = (text: string): string => {
  const bare = text.replace(/[\s.]/g, "");
  return /^\d+$/.test(bare) ? bare : text.trim();
};

/** Rows as a spreadsheet takes them. */
export const writeCells = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"),
    )
    .join("\n");
