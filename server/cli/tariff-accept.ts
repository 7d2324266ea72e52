/** `--accept rate-moved=3,chapter-lost-lines=1`: a person says which findings are meant, and how many were seen. */
import { FINDINGS, type FindingKind } from "@openftz/customs/tariff/finding.ts";
import { wrongUse } from "./exit.ts";
import type { Flag, Given } from "./flags.ts";

/** The flag. */
export const ACCEPT: Flag = {
  value: "KIND=N,…",
  about: "findings of the check that are meant, each kind with its number: rate-moved=3,chapter-lost-lines=1",
};

const canBeAccepted = (kind: string): kind is FindingKind =>
  Object.hasOwn(FINDINGS, kind) && FINDINGS[kind as FindingKind][0] === "needs-acceptance";

/** What is accepted, by kind. @throws CommandFault */
export const readAccept = (given: Given): Readonly<Partial<Record<FindingKind, number>>> => {
  const accepted: Partial<Record<FindingKind, number>> = {};
  for (const part of (given.text("accept") ?? "").split(",").filter((each) => each !== "")) {
    const [kind, count] = part.split("=");
    if (!canBeAccepted(kind!) || !/^[1-9][0-9]{0,8}$/.test(count ?? ""))
      throw wrongUse(`--accept holds "${part}".`, `Write ${KINDS.map((each) => `${each}=N`).join(", ")}.`);
    accepted[kind] = Number(count);
  }
  return accepted;
};

const KINDS = Object.keys(FINDINGS).filter(canBeAccepted);
