/** How much of a whole is used: a bar, and percent. */
export const UseBar = ({ part, whole }: { part: bigint; whole: bigint }) => {
  // Whole numbers, because fen may be more than a float can hold.
  const permille = whole > 0n ? Number((part * 1000n) / whole) : 0;
  return (
    <span className="use">
      <span className="use-bar" aria-hidden="true">
        <i style={{ width: `${Math.min(Math.max(permille, 0), 1000) / 10}%` }} />
      </span>
      {Math.floor(permille / 10)}%
    </span>
  );
};
