/** English texts of the kinds of books. */
export const enKinds = {
  "book.kind": "Kind",
  "book.modeSeparate":
    "In a book of this kind each arrival is a line, so that each thing is known for itself",
  "bookKind.logistics": "Logistics book",
  "bookKind.equipment": "Equipment book",
  "bookKind.display": "Display and trading book",
  "bookKind.repair": "Repair book",
  "bookKindText.logistics": "Goods that are stored, distributed and sold on, all ways open.",
  "bookKindText.equipment":
    "Machines and tools of the enterprise's own: used, tested, repaired and returned.",
  "bookKindText.display":
    "Goods that are shown inside and outside the zone, and declared when they are sold.",
  "bookKindText.repair": "Goods that come to be repaired and go back.",
  "declare.kindHides": "{kind}: only the ways that its goods may go are shown.",
} as const;
