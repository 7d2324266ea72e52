/** What the browser keeps between pages. A browser that refuses to keep anything is no reason to fail. */

const name = (key: string): string => `openftz.${key}`;

const quietly = <Result>(act: () => Result): Result | undefined => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

export const remember = (key: string, value: string): void => {
  quietly(() => localStorage.setItem(name(key), value));
};
export const recall = (key: string): string | undefined =>
  quietly(() => localStorage.getItem(name(key))) ?? undefined;
export const forget = (key: string): void => {
  quietly(() => localStorage.removeItem(name(key)));
};

/** A draft lives as long as the tab. */
export const keepDraft = (key: string, value: unknown): void => {
  quietly(() => sessionStorage.setItem(name(key), JSON.stringify(value)));
};
export const findDraft = (key: string): unknown =>
  quietly(() => JSON.parse(sessionStorage.getItem(name(key)) ?? "null") as unknown) ?? undefined;
export const dropDraft = (key: string): void => {
  quietly(() => sessionStorage.removeItem(name(key)));
};
