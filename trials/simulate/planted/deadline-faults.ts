import type { PlantedFault } from "./planted-fault.ts";

const markOverdue = "customs/declaration/mark-overdue.ts";
const declaration = "customs/declaration/declaration.ts";

/** Deadlines that act twice, too late, never, or on what is settled. */
export const deadlineFaults: readonly PlantedFault[] = [
  {
    name: "missed-deadline-never-made-up",
    promise: "A deadline that was missed while the server was down acts at the next start.",
    file: markOverdue,
    was: "now.day <= due\n    )",
    becomes: "now.day !== addDays(plainDateOf(due), 1)\n    )",
  },
  {
    name: "paid-but-overdue",
    promise: "A deadline does not act on a declaration that was paid meanwhile.",
    file: markOverdue,
    was: '(it.tax.state !== "due" && it.tax.state !== "guaranteed") ||',
    becomes: 'it.tax.state === "none" ||',
  },
  {
    name: "deadline-of-a-paid-declaration",
    promise: "A declaration that was paid has no deadline left.",
    file: declaration,
    was: 'if (type === "declaration.paid" || type === "declaration.withdrawn" || type === "declaration.overdue")',
    becomes: 'if (type === "declaration.withdrawn" || type === "declaration.overdue")',
  },
  {
    name: "deadline-set-again",
    promise: "A deadline acts once: what is overdue already is not due again after an amendment.",
    file: declaration,
    was: "if (!examination!.due || body.overdue) return",
    becomes: "if (!examination!.due) return",
  },
  {
    name: "amended-without-a-deadline",
    promise: "A declaration that owes tax after an amendment has a deadline.",
    file: declaration,
    was: 'if (type === "declaration.filed" || type === "declaration.amended") {',
    becomes: 'if (type === "declaration.filed") {',
  },
  {
    name: "first-page-of-deadlines-only",
    promise: "Everything that is due acts on the day it is due, however much it is.",
    file: "server/desk/deadlines.ts",
    was: "if (rows.length < parts.atOnce) return done;",
    becomes: "if (rows.length <= parts.atOnce) return done;",
  },
];
