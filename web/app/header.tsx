import { useState } from "react";
import { Icon } from "../shared/icon.tsx";
import { Link } from "../shared/link.tsx";
import { useApp } from "./context.tsx";
import { SearchBox } from "./search-box.tsx";
import { Switches } from "./switches.tsx";
import { WhoIsIt } from "./who-is-it.tsx";
import { useWork } from "./work.tsx";

/** OpenFTZ · district, search, how many need me, who I am. */
export const Header = ({ onMenu }: { onMenu: () => void }) => {
  const { t, start, session, has } = useApp();
  const { mine, queue, toConfirm, books, passes, tasks } = useWork();
  const [searching, setSearching] = useState(false);
  const known = mine || queue || toConfirm;
  const papers = has("officer") ? [books, passes] : [tasks.filter(({ tone }) => tone !== "others")];
  const asked = [mine, queue, toConfirm, ...papers];
  const waiting = asked.reduce((sum, rows) => sum + (rows?.length ?? 0), 0);
  return (
    <header className={`header ${searching ? "searching" : ""}`}>
      <button type="button" className="icon-button narrow-only" onClick={onMenu} aria-label={t("shell.menu")}>
        <Icon name="menu" size={20} />
      </button>
      <Link href="/" className="brand">
        <img src="/favicon.svg" alt="" width={24} height={24} />
        <b>{t("brand")}</b>
        {start.name !== t("brand") && <span className="district">{start.name}</span>}
      </Link>
      <SearchBox onLeave={() => setSearching(false)} />
      <button
        type="button"
        className="icon-button narrow-only"
        onClick={() => setSearching(!searching)}
        aria-label={t("search.label")}
      >
        <Icon name="search" size={18} />
      </button>
      {session && known && (
        <Link
          href={queue && queue.length > 0 ? "/queue" : "/"}
          className={`needs ${waiting > 0 ? "some" : ""}`}
        >
          {waiting > 0 ? t(waiting === 1 ? "needs.one" : "needs.many", { count: waiting }) : t("needs.none")}
        </Link>
      )}
      <div className="wide-only header-end">
        <Switches />
        <WhoIsIt />
      </div>
    </header>
  );
};
