import { useEffect, useState, useSyncExternalStore } from "react";
import { busy } from "../api/written.ts";

const PATIENCE_MS = 150;

/** A thin bar at the top when an answer takes longer than a blink. */
export const BusyBar = () => {
  const count = useSyncExternalStore(busy.subscribe, busy.get);
  const [shown, setShown] = useState(false);
  const active = count > 0;
  useEffect(() => {
    if (!active) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [active]);
  return shown ? <div className="busy-bar" aria-hidden="true" /> : null;
};
