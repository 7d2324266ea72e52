import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 250;

/**
 * A text that is typed here and kept in the address: sent when the typing pauses, and taken over when the address
 * changes by itself (back, a link, the search at the top).
 */
export const useTyped = (given: string, send: (text: string) => void) => {
  const [typed, setTyped] = useState(given);
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => setTyped((now) => (now.trim() === given ? now : given)), [given]);
  useEffect(() => {
    if (typed.trim() === given) return;
    const timer = setTimeout(() => latest.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, given]);
  return [typed, setTyped] as const;
};
