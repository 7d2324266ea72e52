/** Names that somebody probably meant. */

/** How many letters must be changed, added, dropped or swapped with a neighbour to come from one text to the other. */
export const distance = (a: string, b: string): number => {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
};

const MOST = 4;

/** The known names near a text, the nearest first: few letters away, or one begins with the other. */
export const nearNames = (text: string, known: readonly string[]): readonly string[] => {
  const allowed = Math.max(1, Math.floor(text.length / 3));
  return known
    .map((name) => ({
      name,
      far: distance(text, name),
      begins: name.startsWith(text) || text.startsWith(name),
    }))
    .filter(({ far, begins }) => far <= allowed || begins)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ name }) => name);
};
