import { useCallback } from "react";
import { useApp } from "../../app/context.tsx";
import { useZoneNames } from "../../shared/use-zone-names.ts";
import { zoneOf } from "./flow-sums.ts";

/** The name of a place that goods come from or go to, in the reader's language. */
export const usePlaceName = (): ((place: string) => string) => {
  const { word } = useApp();
  const zoneName = useZoneNames();
  return useCallback(
    (place) => {
      const zone = zoneOf(place);
      return zone === undefined ? word("flowPlace", place) : zoneName(zone);
    },
    [word, zoneName],
  );
};
