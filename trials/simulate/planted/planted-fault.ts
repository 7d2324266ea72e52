/** A planted fault: a programmer's slip, put into one file of the system while it loads. */

/** A slip that the simulator must notice. It changes one place and leaves a system that opens and works on most days. */
export type PlantedFault = {
  /** A short slug; OPENFTZ_PLANTED names it. */
  readonly name: string;
  /** The promise that the system no longer keeps, in a plain sentence. */
  readonly promise: string;
  /** The file from the clone's root, with forward slashes. */
  readonly file: string;
  /** A text that stands exactly once in the file. */
  readonly was: string;
  /** What stands there instead. */
  readonly becomes: string;
};

/**
 * The file's text with the fault in it.
 * @throws Error when the text to be replaced does not stand exactly once: the file has changed since, and a run
 * without its fault would look like a fault that nobody noticed.
 */
export const plantInto = (source: string, { name, file, was, becomes }: PlantedFault): string => {
  const [before, after, ...more] = source.split(was);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(
      `The planted fault ${name} is stale: its text stands ${source.split(was).length - 1} times in ${file}, not once.`,
    );
  return before + becomes + after;
};
