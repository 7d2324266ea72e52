/** Every command and query of the registry as a command of the shell: `openftz declaration release --declaration N`. */
import { ROLES } from "@openftz/customs/define/actor.ts";
import type { AnyCommand, AnyQuery } from "../desk/registry.ts";
import { registry } from "../installation.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT } from "./exit.ts";
import type { Flags, Given } from "./flags.ts";
import { answer, type Io, tell } from "./io.ts";
import { problemLines, withLink } from "./link.ts";
import { readRequest, requestFlags } from "./request.ts";
import { asTable, asText } from "./words.ts";

/** The command of the shell for an act or question, by its name ("declaration.file"). */
export const findAct = (name: string): CliCommand | undefined => {
  const command = registry.commands.get(name);
  if (command) return actCommand(command);
  const query = registry.queries.get(name);
  return query && questionCommand(query);
};

/** The names of all acts and questions. */
export const actNames = (): readonly string[] => [...registry.commands.keys(), ...registry.queries.keys()];

const REQUEST: Flags = {
  request: { value: "FILE", about: "the whole request as JSON in a file, - for standard input" },
};

const actCommand = (command: AnyCommand): CliCommand => ({
  name: command.name.replace(".", " "),
  usage: "[flags] or < request.json",
  about: `${command.title.en} / ${command.title.zh}. ${whoMay(command.by)}`,
  flags: { ...requestFlags(command.request), ...REQUEST, ...EITHER },
  run: async (given, io) => {
    const bytes = await readRequest(command.request, given, io);
    return withLink(given, io, async (link) => {
      const reply = await link.submit(command.name, bytes);
      if (reply.kind === "refused") return refused(reply.problem, given, io);
      const told = { position: reply.position, repeated: reply.repeated, ...reply.answer };
      await answer(io, given.is("json"), told, asText(told));
      return EXIT.ok;
    });
  },
});

const PAGE: Flags = {
  limit: { value: "N", about: "lists: how many rows, 1 to 500; 50 unless told" },
  cursor: { value: "TEXT", about: "lists: go on where the page before ended" },
};
const AS_OF: Flags = {
  "as-of": { value: "WHEN", about: "as it was at a journal position or at the end of a day" },
};

const questionCommand = (query: AnyQuery): CliCommand => ({
  name: query.name.replace(".", " "),
  usage: "[flags]",
  about: `${query.title.en} / ${query.title.zh}. ${whoMay(query.by)}`,
  flags: { ...requestFlags(query.request), ...REQUEST, ...(query.kind === "list" ? PAGE : AS_OF), ...EITHER },
  run: async (given, io) => {
    const bytes = await readRequest(query.request, given, io, "{}");
    const request = JSON.parse(Buffer.from(bytes).toString("utf8")) as object;
    return withLink(given, io, async (link) => {
      const found = await link.ask(query.name, request, pagingOf(given));
      if (found.kind === "refused") return refused(found.problem, given, io);
      if (found.kind === "answer") await answer(io, given.is("json"), found.answer, asText(found.answer));
      else {
        const { rows, next, position } = found;
        await answer(io, given.is("json"), { rows, next, position }, asTable(rows, next));
      }
      return EXIT.ok;
    });
  },
});

const pagingOf = (given: Given) => {
  const limit = given.count("limit", 1, 500);
  const cursor = given.text("cursor");
  const asOf = given.text("as-of");
  return {
    ...(limit && { limit }),
    ...(cursor !== undefined && { cursor }),
    ...(asOf !== undefined && { asOf }),
  };
};

const refused = async (
  problem: Parameters<typeof problemLines>[0],
  given: Given,
  io: Io,
): Promise<number> => {
  if (given.is("json")) await answer(io, true, { problem }, "");
  await tell(io, `Refused: ${problemLines(problem)}`);
  return EXIT.refused;
};

const whoMay = (by: AnyQuery["by"]): string => {
  if (by === "anyone") return "Open to anyone.";
  if (by === "signed-in") return "Open to everyone who is signed in.";
  return `By: ${by.map((role) => ROLES[role].en).join(", ")}.`;
};

/** The list of acts and questions with their titles. */
export const actsHelp = (): string => {
  const row = ({ name, title }: AnyCommand | AnyQuery) =>
    `  ${name.replace(".", " ").padEnd(30)} ${title.en} / ${title.zh}`;
  return [
    "Acts (openftz <noun> <verb> --help tells the flags):",
    ...[...registry.commands.values()].map(row),
    "",
    "Questions:",
    ...[...registry.queries.values()].map(row),
    "",
  ].join("\n");
};
