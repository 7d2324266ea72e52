import { useMemo } from "react";
import { useList } from "../api/use-ask.ts";
import { useApp } from "../app/context.tsx";
import { nameIn } from "./format.ts";

/** The names of the parties that this person may see; a code whose name nobody tells stays a code. */
export const usePartyNames = (): ((party: string) => string) => {
  const { has, language } = useApp();
  const { answer } = useList("party.list", has("declarant", "officer", "administrator") ? {} : null, {
    limit: 500,
  });
  return useMemo(() => {
    const names = new Map(answer?.map(({ party, name }) => [party, nameIn(name, language)]));
    return (party) => names.get(party) ?? party;
  }, [answer, language]);
};
