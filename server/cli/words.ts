/** Answers in words: values as indented text, rows as a table. */

const isPlain = (value: unknown): boolean => typeof value !== "object" || value === null;
const say = (value: unknown): string => (value === null || value === undefined ? "-" : String(value));

/** An answer as indented lines, one for each value. */
export const asText = (value: unknown, indent = ""): string => {
  if (isPlain(value)) return `${indent}${say(value)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return `${indent}-`;
    if (value.every(isPlain)) return `${indent}${value.map(say).join(", ")}`;
    return value.map((each, index) => `${indent}${index + 1}.\n${asText(each, `${indent}   `)}`).join("\n");
  }
  return Object.entries(value as object)
    .map(([name, inner]) => {
      const short = isPlain(inner) || (Array.isArray(inner) && inner.every(isPlain));
      return short
        ? `${indent}${name}: ${asText(inner)}`
        : `${indent}${name}:\n${asText(inner, `${indent}  `)}`;
    })
    .join("\n");
};

const WIDEST = 40;
const cell = (value: unknown): string => {
  const text = isPlain(value) ? say(value) : JSON.stringify(value);
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
};

/** Chinese characters take two places on a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(letter)
        ? 2
        : 1),
    0,
  );

/** Rows as a table with a head; says when there are more. */
export const asTable = (rows: readonly object[], next: string | null): string => {
  if (rows.length === 0) return "Nothing.";
  const columns = Object.keys(rows[0]!);
  const table = [
    columns,
    ...rows.map((row) => columns.map((name) => cell((row as Record<string, unknown>)[name]))),
  ];
  const widths = columns.map((_, at) => Math.max(...table.map((line) => widthOf(line[at]!))));
  const lines = table.map((line) =>
    line
      .map((text, at) => text + " ".repeat(widths[at]! - widthOf(text)))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, ...(next ? [`There are more: --cursor ${next}`] : [])].join("\n");
};
