/** `openftz policy publish | check`: the law of this release. */
import path from "node:path";
import type { PolicyReport } from "../policy/report.ts";
import type { CliCommand } from "./command.ts";
import { EXIT } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io } from "./io.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

export const policyPublishCommand: CliCommand = {
  name: "policy publish",
  usage: "[--dry-run]",
  about:
    "Writes the hash of every measure that is not published yet into the lock; from then on it is frozen.",
  flags: { "dry-run": { about: "only tell what would be published" } },
  run: async (given, io) => {
    const { policyPublish } = await import("../policy/publish.ts");
    return say(await policyPublish({ root: ROOT, write: !given.is("dry-run") }), given, io);
  },
};

export const policyCheckCommand: CliCommand = {
  name: "policy check",
  usage: "",
  about: "Looks for conflicts, faulty examples, changed or missing measures, before anybody meets them.",
  flags: {},
  run: async (given, io) => {
    const { policyCheck } = await import("../policy/check.ts");
    return say(await policyCheck({ root: ROOT }), given, io);
  },
};

const say = async (report: PolicyReport, given: Given, io: Io): Promise<number> => {
  const counts = Object.entries(report.counts).map(([what, count]) => `${what} ${count}`);
  const faults = report.faults.map(({ where, detail, next }) => `${where}: ${detail}\n  Next: ${next}`);
  const words = [
    report.ok ? "Nothing is wrong." : `${report.faults.length} faults:`,
    ...faults,
    counts.join(", "),
  ];
  await answer(io, given.is("json"), report, words.join("\n"));
  return report.ok ? EXIT.ok : EXIT.refused;
};
