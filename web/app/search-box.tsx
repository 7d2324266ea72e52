import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { list, look } from "../api/client.ts";
import { halfOf } from "../shared/format.ts";
import { Icon } from "../shared/icon.tsx";
import { useKeys } from "../shared/keys.ts";
import { kindOfNumber, pageOfNumber } from "../shared/numbers.ts";
import { navigate, searchOf } from "../shared/router.ts";
import { type App, useApp } from "./context.tsx";

type Hit = { readonly href: string; readonly kind: string; readonly code: string; readonly text: string };

const PAUSE_MS = 200;
const EACH = 5;

/** Declarations, parties and tariff lines that a text may mean; whatever this person may not see is not asked. */
const findHits = async ({ t, has, language, session }: App, text: string): Promise<readonly Hit[]> => {
  const quietly = <Found,>(found: Promise<readonly Found[]>) => found.catch((): readonly Found[] => []);
  const [declarations, bookLines, parties, lines] = await Promise.all([
    has("declarant", "officer", "administrator")
      ? quietly(list("declaration.list", { text }, { limit: EACH }).then(({ rows }) => rows))
      : [],
    has("declarant", "officer", "administrator")
      ? quietly(
          list("account-book.lines", { part: text.slice(0, 50) }, { limit: EACH }).then(({ rows }) => rows),
        )
      : [],
    has("officer", "administrator")
      ? quietly(list("party.list", { text }, { limit: EACH }).then(({ rows }) => rows))
      : [],
    quietly(look("tariff.search", { text }).then((found) => found.lines.slice(0, EACH))),
  ]);
  const named = kindOfNumber(text);
  // A declaration's number finds its declaration, with its reference.
  const isNamed = session !== undefined && named !== undefined && named.kind !== "search.declaration";
  return [
    ...(isNamed ? [{ href: named.href, kind: t(named.kind), code: text, text: "" }] : []),
    ...declarations.map((row) => ({
      href: `/declarations/${row.number}`,
      kind: t("search.declaration"),
      code: row.number,
      text: `${row.reference} · ${halfOf(row.goods, language)}`,
    })),
    ...bookLines.map((row) => ({
      href: `/book-lines/${row.line}`,
      kind: t("search.bookLine"),
      code: row.part,
      text: `${row.book} · ${halfOf(row.description, language)}`,
    })),
    ...parties.map((row) => ({
      href: `/parties${searchOf({ text: row.party })}`,
      kind: t("search.party"),
      code: row.party,
      text: row.name,
    })),
    ...lines.map((line) => ({
      href: `/tariff${searchOf({ text, code: line.code })}`,
      kind: t("search.tariff"),
      code: line.code,
      text: halfOf(line.description, language),
    })),
  ];
};

/** Search everything: `/` comes here, arrows walk, enter opens. */
export const SearchBox = ({ onLeave }: { onLeave: () => void }) => {
  const app = useApp();
  const { t } = app;
  const [text, setText] = useState("");
  const [hits, setHits] = useState<readonly Hit[]>();
  const [at, setAt] = useState(0);
  const [focused, setFocused] = useState(false);
  const open = focused && text !== "";
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useKeys({ "/": () => input.current?.focus() });
  const latest = useRef(app);
  latest.current = app;
  useEffect(() => {
    const asked = text.trim();
    setHits(undefined);
    setAt(0);
    if (asked === "") return;
    let wanted = true;
    const timer = setTimeout(async () => {
      const found = await findHits(latest.current, asked.slice(0, 60));
      if (wanted) setHits(found);
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  const go = (href: string) => {
    setText("");
    input.current?.blur();
    onLeave();
    navigate(href);
  };
  const onKey = (event: KeyboardEvent) => {
    const count = hits?.length ?? 0;
    if (event.key === "Escape") {
      setText("");
      input.current?.blur();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (count > 0) setAt((at + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (event.key === "Enter") {
      const asked = text.trim();
      const page = pageOfNumber(asked);
      if (page) go(page);
      else if (hits?.[at]) go(hits[at].href);
      else if (asked !== "") go(`/tariff${searchOf({ text: asked })}`);
    }
  };
  return (
    <search className="search-box">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={t("search.label")}
        aria-expanded={open}
        aria-controls={`${id}-hits`}
        {...(hits?.[at] && { "aria-activedescendant": `${id}-${at}` })}
        placeholder={t(app.session ? "search.placeholder" : "search.stranger")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        autoComplete="off"
      />
      <kbd>/</kbd>
      {open && (
        // The press must not take the focus from the input, or the list would be gone before the click.
        <div
          onMouseDown={(event) => event.preventDefault()}
          className="search-hits"
          id={`${id}-hits`}
          role="listbox"
          aria-label={t("search.label")}
        >
          {hits === undefined && <p className="quiet">{t("search.looking")}</p>}
          {hits?.length === 0 && <p className="quiet">{t("search.none")}</p>}
          {hits?.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input that owns the list
            <div
              key={hit.href}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => go(hit.href)}
              onMouseEnter={() => setAt(index)}
            >
              <small>{hit.kind}</small>
              <code>{hit.code}</code>
              <span>{hit.text}</span>
            </div>
          ))}
        </div>
      )}
    </search>
  );
};
