import { useCallback } from "react";
import { useApp } from "../../app/context.tsx";
import { massOf } from "./flow-sums.ts";

/** A mass in kg as it is told, with its unit in the reader's language. */
export const useMass = (): ((kg: string) => string) => {
  const { word } = useApp();
  return useCallback(
    (kg) => {
      const [number, unit] = massOf(kg);
      return `${number} ${word("unit", unit)}`;
    },
    [word],
  );
};
