import { useCallback, useEffect, useState } from "react";
import { start as askStart, Refused, whoIsIt } from "../api/client.ts";
import type { Session, Start } from "../api/types.ts";
import { preferredLanguage, translate } from "../catalogue/catalogue.ts";
import { forget, recall } from "../shared/memory.ts";
import { AppProvider, SIGNED_IN } from "./context.tsx";
import { Shell } from "./shell.tsx";
import { Themed } from "./themed.tsx";

type Boot = { readonly start: Start; readonly session: Session | undefined };

const RETRY_MS = 3_000;

const findSession = async (): Promise<Session | undefined> => {
  if (!recall(SIGNED_IN)) return undefined;
  try {
    return await whoIsIt();
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) {
      forget(SIGNED_IN);
      return undefined;
    }
    throw error;
  }
};

/** Asks the server who it is and who we are, and keeps asking while it is away. */
export const Boot = () => {
  const [boot, setBoot] = useState<Boot>();
  const [away, setAway] = useState(false);
  const load = useCallback(async () => {
    try {
      const [start, session] = await Promise.all([askStart(), findSession()]);
      setBoot({ start, session });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setAway(true);
      setTimeout(load, RETRY_MS);
    }
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  if (!boot)
    return away ? (
      <p className="boot" role="status">
        {translate(preferredLanguage(navigator.languages), "boot.away")}
      </p>
    ) : null;
  return (
    <AppProvider start={boot.start} session={boot.session}>
      <Themed>
        <Shell />
      </Themed>
    </AppProvider>
  );
};
