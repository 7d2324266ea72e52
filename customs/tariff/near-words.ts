/** Tolerance for a slip of the finger: one letter wrong, missing, too many, or two neighbours exchanged. */

/** Shorter words are taken as typed: with one letter changed, three letters may be anything. */
export const SHORTEST_TOLERATED = 4;

/**
 * Whether a text begins with something that is at most one slip away from what was typed. It is enough to try the
 * four slips where the two first differ: one before that place would have made them differ earlier.
 */
export const beginsNear = (text: string, typed: string): boolean => {
  let at = 0;
  while (at < typed.length && text[at] === typed[at]) at++;
  if (at === typed.length) return true;
  const isWrong = agree(text, at + 1, typed, at + 1) && at < text.length;
  const isTooMany = agree(text, at, typed, at + 1);
  const isMissing = agree(text, at + 1, typed, at);
  return isWrong || isTooMany || isMissing || isExchanged(text, typed, at);
};

/** Whether a text goes on, from a place, as the typed one does to its end. */
const agree = (text: string, from: number, typed: string, typedFrom: number): boolean => {
  for (let at = typedFrom; at < typed.length; at++)
    if (text.charCodeAt(from + at - typedFrom) !== typed.charCodeAt(at)) return false;
  return true;
};

const isExchanged = (text: string, typed: string, at: number): boolean =>
  at + 1 < typed.length &&
  text[at] === typed[at + 1] &&
  text[at + 1] === typed[at] &&
  agree(text, at + 2, typed, at + 2);

/**
 * Whether a text holds, anywhere, something at most one slip away from a run of characters. One slip leaves a half of
 * the run as it is (unless it exchanges the two characters in the middle), so the other half is looked at beside it.
 */
export const holdsNear = (text: string, run: string): boolean => {
  const [first, second] = halvesOf(run);
  return (
    placesOf(text, first).some((at) => beginsNear(text.slice(at + first.length), second)) ||
    placesOf(text, second).some((at) => beginsNear(reversed(text.slice(0, at)), reversed(first)))
  );
};

/** A run in two halves; the first is the longer one. */
export const halvesOf = (run: string): readonly [string, string] => {
  const middle = (run.length + 1) >> 1;
  return [run.slice(0, middle), run.slice(middle)];
};

const placesOf = (text: string, part: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
};

const reversed = (text: string): string => [...text].reverse().join("");
