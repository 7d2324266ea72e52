import type { Role } from "@openftz/customs/define/actor.ts";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { SIGNED_OUT } from "../api/client.ts";
import type { Session, Start } from "../api/types.ts";
import {
  type Key,
  type Language,
  preferredLanguage,
  translate,
  type Values,
  wordFor,
} from "../catalogue/catalogue.ts";
import { forget, recall, remember } from "../shared/memory.ts";

/** What every page may need: the language, who is signed in, and what the installation tells anybody. */
export type App = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly dark: boolean;
  readonly setDark: (dark: boolean) => void;
  readonly session: Session | undefined;
  readonly setSession: (session: Session | undefined) => void;
  readonly start: Start;
  /** A text of the catalogue. */
  readonly t: (key: Key, values?: Values) => string;
  /** The word for a code of the server. */
  readonly word: (group: string, code: string) => string;
  readonly has: (...roles: readonly Role[]) => boolean;
};

const Context = createContext<App | undefined>(undefined);

export const useApp = (): App => {
  const app = useContext(Context);
  if (!app) throw new Error("useApp outside of AppProvider");
  return app;
};

const LANGUAGE = "language";
const THEME = "theme";
/** Set while somebody is signed in, so that a stranger's first page asks nothing that would be refused. */
export const SIGNED_IN = "signed-in";

const firstLanguage = (): Language => {
  const kept = recall(LANGUAGE);
  return kept === "en" || kept === "zh" ? kept : preferredLanguage(navigator.languages);
};

const firstDark = (): boolean => {
  const kept = recall(THEME);
  return kept ? kept === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

export const AppProvider = (props: { start: Start; session: Session | undefined; children: ReactNode }) => {
  const [language, setLanguage] = useState(firstLanguage);
  const [dark, setDark] = useState(firstDark);
  const [session, setSession] = useState(props.session);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [language, dark]);
  useEffect(() => {
    // Drafts stay in the tab, so signing in again goes on where it was.
    const leave = () => {
      forget(SIGNED_IN);
      setSession(undefined);
    };
    addEventListener(SIGNED_OUT, leave);
    return () => removeEventListener(SIGNED_OUT, leave);
  }, []);
  const app = useMemo<App>(
    () => ({
      language,
      setLanguage: (next) => {
        remember(LANGUAGE, next);
        setLanguage(next);
      },
      dark,
      setDark: (next) => {
        remember(THEME, next ? "dark" : "light");
        setDark(next);
      },
      session,
      setSession: (next) => {
        if (next) remember(SIGNED_IN, next.account);
        else forget(SIGNED_IN);
        setSession(next);
      },
      start: props.start,
      t: (key, values) => translate(language, key, values),
      word: (group, code) => wordFor(language, group, code),
      has: (...roles) => session?.grants.some(({ role }) => roles.includes(role)) ?? false,
    }),
    [language, dark, session, props.start],
  );
  return <Context value={app}>{props.children}</Context>;
};
