/** States as a table: what may follow what. */

/** For each state, the states that may follow it. A state with an empty list is final. */
export type StateTable<Name extends string> = Readonly<Record<Name, readonly Name[]>>;

/** True when the table lets `to` follow `from`. */
export const mayFollow = <Name extends string>(table: StateTable<Name>, from: Name, to: Name): boolean =>
  table[from].includes(to);

/** The new state. A forbidden step is a programmer's error: commands refuse before they come here. */
export const step = <Name extends string>(table: StateTable<Name>, from: Name, to: Name): Name => {
  if (!mayFollow(table, from, to)) throw new Error(`${to} may not follow ${from}`);
  return to;
};
