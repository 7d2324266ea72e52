/** Remembering what a pure function of a text has answered: a file of requests asks the same few things again and again. */

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
