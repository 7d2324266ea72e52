/** The text of a file from a spreadsheet: UTF-8, or else what Chinese spreadsheets write, GB 18030. */
export const readText = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
};
