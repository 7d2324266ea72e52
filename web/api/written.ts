/** What this browser wrote last, and how many requests are on their way: two small stores that pages listen to. */

type Listener = () => void;

const makeStore = () => {
  let value = 0;
  const listeners = new Set<Listener>();
  return {
    get: () => value,
    set: (next: number) => {
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: Listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};

/** The position of the last command; lists are asked to be at least that new. */
export const written = makeStore();
/** How many requests are on their way. */
export const busy = makeStore();

export const writtenPosition = written.get;
export const noteWrite = (position: number): void => written.set(Math.max(position, written.get()));

/** Counts a request as on its way until the function that it returns is called. */
export const noteBusy = (): (() => void) => {
  busy.set(busy.get() + 1);
  return () => busy.set(busy.get() - 1);
};
