import type { ListRow } from "../api/types.ts";

type Row = Pick<ListRow<"guarantee.list">, "limitFen" | "reservedFen" | "calledFen" | "paidFen">;

/** What of a guarantee can still be reserved, in fen: whole numbers, because fen may be more than a float can hold. */
export const freeFen = ({ limitFen, reservedFen, calledFen, paidFen }: Row): bigint =>
  BigInt(limitFen) - BigInt(reservedFen) - BigInt(calledFen) - BigInt(paidFen);
