/** What an amendment would change, field by field. */

export type Difference = { readonly pointer: string; readonly before: string; readonly after: string };

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Every leaf of a value under its pointer. */
const leaves = (value: unknown, at = ""): readonly (readonly [string, string])[] =>
  isTree(value)
    ? Object.entries(value).flatMap(([name, part]) => leaves(part, `${at}/${name}`))
    : value === undefined
      ? []
      : [[at, String(value)]];

/** In the order of the old content, what is new at the end; a side that has nothing is "". */
export const differencesOf = (before: object, after: object): readonly Difference[] => {
  const old = new Map(leaves(before));
  const now = new Map(leaves(after));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((pointer) => {
    const sides = { pointer, before: old.get(pointer) ?? "", after: now.get(pointer) ?? "" };
    return sides.before === sides.after ? [] : [sides];
  });
};
