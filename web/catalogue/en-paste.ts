/** English texts of lines that are pasted, and of what is proposed for them. */
export const enPaste = {
  "declare.paste": "Paste from a spreadsheet",
  "declare.pasteAdd": "Add the lines",
  "declare.pasteText":
    "A first row of titles says which column is which, in any order. Without one: {columns}.",
  "declare.pasteRows": "Rows",
  "declare.pasteFile": "Or a file: CSV, or text with tabs",
  "declare.pastePreview": "What is read",
  "declare.pasteTooMany":
    "{room} more lines fit on this list, here are {count}: nothing is added before you take some out.",
  "declare.pasteUnknown": "Not taken, because no column has this title: {columns}",
  "declare.pasteCount": "{count} rows",
  "declare.pasteCountOne": "1 row",
  "declare.pasted": "{count} lines added.",
  "declare.pastedOne": "1 line added.",
  "declare.open": "Open",
  "declare.openLine": "Open line {item}",
  "declare.notInBook": "not in the book",
  "declare.missing": "{quantity} {unit} missing",
  "lack.notInBook": "The book has no such line: choose another, or remove it.",
  "quantities.share":
    "What you do not type is proposed: legal quantities and value by their share of what lies there, the gross mass as the net mass. Write over what is otherwise.",
  "quantities.follow":
    "What you do not type is proposed: quantities in the same unit are the same, and the gross mass as the net mass. Write over what is otherwise.",
} as const;
