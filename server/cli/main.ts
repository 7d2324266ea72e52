/** `openftz`: finds the command that the words name, reads its flags, runs it and answers with the exit code. */
import { OutputClosed, writeTo } from "../adapters/cli/streams.ts";
import { type CliCommand, EVERY, helpPage } from "./command.ts";
import { COMMANDS, ELSEWHERE } from "./commands.ts";
import { CommandFault, EXIT, EXIT_HELP, unreachable, wrongUse } from "./exit.ts";
import { readFlags } from "./flags.ts";
import { type Io, processIo, sayFault } from "./io.ts";
import { nearNames } from "./near.ts";

/** Runs one command line and answers with the exit code. */
export const main = async (argv: readonly string[], outside?: Io): Promise<number> => {
  const io = outside ?? processIo();
  io.stdout.on("error", () => undefined); // whoever reads us may leave: writeTo says so
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof OutputClosed) return EXIT.ok;
    const fault = asFault(error as Error);
    await sayFault(io, argv.includes("--json"), "openftz", fault);
    return fault.code;
  }
};

const STORE_ERRORS = ["StoreUnavailable", "OutcomeUnknown", "StoreLocked"];

/** A store that went away is for the operator; every other surprise is ours and keeps its trace. */
const asFault = (error: Error): CommandFault => {
  if (error instanceof CommandFault) return error;
  if (STORE_ERRORS.includes(error.name))
    return unreachable(
      `The store went away: ${error.message}`,
      "See that it runs, then run the same command again.",
    );
  throw error;
};

const dispatch = async (argv: readonly string[], io: Io): Promise<number> => {
  const [first, second] = argv;
  if (first === undefined || first === "--help" || first === "help") return help(argv.slice(1), io);
  if (first === "assess") {
    const { assessCommand } = await import("../adapters/cli/assess.ts");
    return assessCommand(argv.slice(1), io);
  }
  if (Object.hasOwn(COMMANDS, `${first} ${second}`))
    return run(await COMMANDS[`${first} ${second}`]!.load(), argv.slice(2), io);
  if (Object.hasOwn(COMMANDS, first)) return run(await COMMANDS[first]!.load(), argv.slice(1), io);
  const { findAct } = await import("./acts.ts");
  const act = findAct(`${first}.${second}`);
  if (act) return run(act, argv.slice(2), io);
  throw await unknown(first, second);
};

const run = async (command: CliCommand, argv: readonly string[], io: Io): Promise<number> => {
  if (argv.includes("--help")) {
    await writeTo(io.stdout, helpPage(command));
    return EXIT.ok;
  }
  return command.run(readFlags({ ...command.flags, ...EVERY }, argv), io);
};

const unknown = async (first: string, second: string | undefined): Promise<CommandFault> => {
  const { actNames } = await import("./acts.ts");
  const acts = actNames().map((name) => name.replace(".", " "));
  const known = [...Object.keys(COMMANDS), ...Object.keys(ELSEWHERE), ...acts];
  const said = second === undefined || second.startsWith("-") ? first : `${first} ${second}`;
  const ofNoun = known.filter((name) => name.startsWith(`${first} `));
  const near = [...new Set([...nearNames(said, known), ...nearNames(first, known), ...ofNoun])].slice(0, 6);
  return wrongUse(
    `There is no command "${said}".`,
    near.length > 0 ? `Did you mean ${near.join(", ")}?` : "openftz help lists them all.",
  );
};

const help = async (topics: readonly string[], io: Io): Promise<number> => {
  const [topic] = topics;
  if (topic === "acts") {
    const { actsHelp } = await import("./acts.ts");
    await writeTo(io.stdout, actsHelp());
    return EXIT.ok;
  }
  if (topic === "bench") throw wrongUse("The bench has a page of its own.", "openftz bench --help");
  if (topic !== undefined && !topic.startsWith("-")) return dispatch([...topics, "--help"], io);
  const rows = [
    ...Object.entries(COMMANDS).map(([name, { about }]) => [name, about]),
    ...Object.entries(ELSEWHERE),
  ];
  const lines = rows.map(([name, about]) => `  ${name!.padEnd(16)} ${about}`);
  await writeTo(
    io.stdout,
    [
      "OpenFTZ: customs and free trade zones.",
      "",
      "Usage: openftz <command> [--help] [--json] ...",
      "",
      ...lines,
      "",
      "Every act and question of the release is a command too, for example:",
      "  openftz declaration file --server URL < declaration.json",
      "  openftz declaration list --state held --json",
      "  openftz help acts        lists them",
      "",
      EXIT_HELP,
      "",
    ].join("\n"),
  );
  return EXIT.ok;
};
