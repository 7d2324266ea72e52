/** Remembering what a pure function has answered: a file of requests asks the same few things again and again. */

/** How many texts are remembered; a hostile file asks for as many as it likes. */
const MOST_REMEMBERED = 1000;

/** The same function, which remembers a thousand answers and then starts anew. It may not answer with nothing. */
export const remembering = <Answer extends object | string>(
  answer: (text: string) => Answer,
): ((text: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size === MOST_REMEMBERED) known.clear();
    const fresh = answer(text);
    known.set(text, fresh);
    return fresh;
  };
};

/** The same function of things that never change, which remembers the answer to each as long as the thing is there. */
export const rememberingEach = <Thing extends object, Answer extends object | string>(
  answer: (thing: Thing) => Answer,
): ((thing: Thing) => Answer) => {
  const known = new WeakMap<Thing, Answer>();
  return (thing) => {
    const remembered = known.get(thing);
    if (remembered !== undefined) return remembered;
    const fresh = answer(thing);
    known.set(thing, fresh);
    return fresh;
  };
};
