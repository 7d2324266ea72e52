/** English texts of what covers a list: its declaration, and who files that. */
export const enCover = {
  "bonded.wait.yours": "your declaration",
  "bonded.coverFitting": "Released declarations that fit",
  "bonded.coverNone": "No released declaration that you see has its goods by HS8 and net mass.",
  "bonded.draft": "File its declaration, drafted from the list",
  "waits.inbound":
    "The list is posted when its goods are through and this declaration is released and named.",
  "waits.outbound": "Nothing leaves, and no gate pass is given, before it is released and named on the list.",
  "waits.noGate": "The list is posted when it is released and named.",
  "declare.counterparty": "Enterprise outside that declares",
  "declare.counterpartyHint": "It sees the list, and files and names its declaration",
  "filing.ofList": "Drafted from the list",
} as const;
