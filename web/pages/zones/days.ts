/** Days that a slider can reach, and the changes around one. */

const DAY_MS = 86_400_000;
const AHEAD_DAYS = 365;

/** The day so many days later; earlier for a negative count. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** From the first change to a year ahead of today, or to the last change when that is later. */
export const reachOf = (
  changes: readonly string[],
  today: string,
): { readonly first: string; readonly last: string } => {
  const [first = today, latest = today] = [changes[0], changes.at(-1)];
  const ahead = dayAfter(today, AHEAD_DAYS);
  return { first: first < today ? first : today, last: latest > ahead ? latest : ahead };
};

/** The last change before a day, and the first one after it. */
export const neighbours = (
  changes: readonly string[],
  day: string,
): { readonly before: string | undefined; readonly after: string | undefined } => ({
  before: changes.findLast((change) => change < day),
  after: changes.find((change) => change > day),
});
