import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { closed, Day, FileHash } from "../define/fields.ts";
import { problem } from "../define/problem.ts";
import { lookup } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { checkBasis, checkIn, checkNeeds } from "./checked-edition.ts";
import { EditionFile } from "./edition.ts";
import { countFindings } from "./finding.ts";

/**
 * What the check of an edition finds before it is adopted from a day: the very check that `tariff.adopt` asks. The
 * edition's file is kept first; nothing is put in force.
 */
export const checkEdition = lookup({
  name: "tariff.findings",
  title: { en: "Check a tariff edition", zh: "税则版本检查" },
  by: ["tariff-keeper"],
  request: Type.Object({ edition: FileHash, from: Day }, closed),
  needs: ({ edition, from }, records) => checkNeeds(records, edition, parsePlainDate(from)),
  answer: ({ edition, from }, { records }) => {
    const day = parsePlainDate(from);
    if (!day)
      return {
        problem: problem(
          "invalid-request",
          "A day does not exist.",
          "Correct it.",
          invalidDays({ from }, ["from"]),
        ),
      };
    const basis = checkBasis(records, edition, day);
    const { findings, changes } = checkIn(records, basis);
    return {
      ...basis,
      lines: records.get(EditionFile, edition).size,
      needsAcceptance: countFindings(findings, "needs-acceptance"),
      warnings: countFindings(findings, "warning"),
      findings,
      changes,
    };
  },
});
