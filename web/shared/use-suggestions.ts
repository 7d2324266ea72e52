import { useEffect, useState } from "react";
import { look } from "../api/client.ts";
import type { TariffAnswer } from "../api/types.ts";

const PAUSE_MS = 120;
const MOST = 12;

/** Tariff lines for what is being typed, the best first; nothing is asked while the list is closed. */
export const useSuggestions = (
  text: string,
  {
    open,
    day = "",
    shortest = 1,
  }: { readonly open: boolean; readonly day?: string; readonly shortest?: number },
): TariffAnswer["lines"] => {
  const [lines, setLines] = useState<TariffAnswer["lines"]>([]);
  const asked = text.trim().slice(0, 60);
  useEffect(() => {
    if (!open || asked.length < shortest) return;
    let wanted = true;
    const timer = setTimeout(() => {
      look("tariff.search", { text: asked, ...(day !== "" && { day }) }).then(
        (found) => wanted && setLines(found.lines.slice(0, MOST)),
        () => undefined, // the field takes a code all the same
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked, open, day, shortest]);
  return lines;
};
