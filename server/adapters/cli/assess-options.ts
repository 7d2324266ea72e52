/** The words of the command line of `openftz assess`. */

export type AssessOptions =
  | { readonly kind: "run"; readonly tariffs: readonly string[]; readonly quiet: boolean }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly detail: string };

/** Reads `--tariff FILE` (or `--tariff=FILE`), as often as wanted, and `--quiet`; there are no others. */
export const assessOptions = (argv: readonly string[]): AssessOptions => {
  if (argv.includes("--help")) return { kind: "help" };
  const tariffs: string[] = [];
  let quiet = false;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    if (word === "--quiet") quiet = true;
    else if (word.startsWith("--tariff=")) tariffs.push(word.slice("--tariff=".length));
    else if (word === "--tariff" && argv[at + 1] !== undefined) tariffs.push(argv[++at]!);
    else
      return {
        kind: "wrong",
        detail: `${word === "--tariff" ? "--tariff names no file" : `"${word}" is not known here`}.`,
      };
  }
  if (tariffs.includes("")) return { kind: "wrong", detail: "--tariff names no file." };
  return tariffs.length > 0
    ? { kind: "run", tariffs, quiet }
    : { kind: "wrong", detail: "No tariff is given." };
};

export const ASSESS_HELP = `Usage: openftz assess --tariff FILE [--tariff FILE ...] [--quiet] < requests.ndjson > results.ndjson

Answers each goods line with its duty and taxes, in the same order, one JSON object a line.

  --tariff FILE   a tariff in JSON lines; several are merged
  --quiet         write nothing but errors to standard error

Exit 0: every line was assessed. 1: at least one line was answered with a problem. 2: the command or a tariff is wrong.
Make a tariff file from another source with: openftz tariff import SOURCE --to FILE.jsonl
`;
