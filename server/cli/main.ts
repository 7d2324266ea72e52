/** Runs one command line and answers with the exit code. */
export const main = async (argv: string[]): Promise<number> => {
  const asked = argv[0] === undefined || argv[0] === "--help" || argv[0] === "help";
  const usage = "Usage: openftz <command> [options]\n\nNo command is built yet.\n";
  (asked ? process.stdout : process.stderr).write(usage);
  return asked ? 0 : 2;
};
