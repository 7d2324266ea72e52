/** From a fault's JSON pointer to the field on the page that it is about. */

/** The id of the element that a field's pointer belongs to. Pointers hold no spaces; slashes are fine in an id. */
export const fieldId = (pointer: string): string => `field:${pointer}`;

/** An amendment's content stands one step deeper in its request; on the page it is the same field. */
const onThePage = (pointer: string): string => pointer.replace(/^\/content(?=\/|$)/, "");

/**
 * The field among those on the page that a fault is about: itself, else the nearest field above it, else the first
 * field below it ("/goods/0/customsValue" is shown at the amount), else none.
 */
export const findField = (pointer: string, onPage: readonly string[]): string | undefined => {
  const wanted = onThePage(pointer);
  let place = wanted;
  while (place !== "") {
    const here = place;
    if (onPage.includes(here)) return here;
    const below = onPage.find((field) => field.startsWith(`${here}/`));
    if (below !== undefined) return below;
    place = place.slice(0, place.lastIndexOf("/"));
  }
  return undefined;
};

/** "/goods/2/origin" is about goods item 3; nothing when it is about no item. */
export const itemOf = (pointer: string): number | undefined => {
  const found = /^(?:\/content)?\/goods\/(\d+)/.exec(pointer)?.[1];
  return found === undefined ? undefined : Number(found) + 1;
};
