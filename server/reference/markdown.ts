/** The little Markdown that the reference pages need. */

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A table; nothing when it has no rows. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ""
    : [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");

/** Inline code, "" for nothing. */
export const code = (text: string): string => (text === "" ? "" : `\`${text}\``);

/** A page from its parts, empty ones left out. */
export const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, MADE, ...parts.filter((part) => part !== "")].join("\n\n")}\n`;

const MADE = "<!-- Made by server/reference/generate.ts; change the source, not this page. -->";
