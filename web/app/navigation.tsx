import type { Key } from "../catalogue/catalogue.ts";
import { Icon, type IconName } from "../shared/icon.tsx";
import { Link } from "../shared/link.tsx";
import { useAddress } from "../shared/router.ts";
import { type App, useApp } from "./context.tsx";
import { useWork } from "./work.tsx";

type Item = {
  readonly href: string;
  readonly label: Key;
  readonly icon: IconName;
  readonly shown: (app: App) => boolean;
  readonly count?: "queue" | "proposals" | "mine" | "books" | "passes";
  /** Another page that belongs to the same entry. */
  readonly also?: string;
};

const readsBooks = ({ has }: App): boolean => has("declarant", "officer", "administrator");

const ITEMS: readonly Item[] = [
  { href: "/", label: "nav.start", icon: "home", shown: ({ session }) => !session },
  {
    href: "/",
    label: "nav.today",
    icon: "home",
    shown: ({ session }) => Boolean(session),
    count: "mine",
  },
  { href: "/queue", label: "nav.queue", icon: "shield", shown: ({ has }) => has("officer"), count: "queue" },
  { href: "/declarations/new", label: "nav.file", icon: "plus", shown: ({ has }) => has("declarant") },
  {
    href: "/declarations",
    label: "nav.declarations",
    icon: "list",
    shown: ({ has }) => has("declarant", "officer", "administrator", "importer"),
  },
  { href: "/books", also: "/book-lines", label: "nav.books", icon: "box", shown: readsBooks, count: "books" },
  { href: "/lists", label: "nav.lists", icon: "file", shown: readsBooks },
  { href: "/passes", label: "nav.passes", icon: "gate", shown: readsBooks, count: "passes" },
  {
    href: "/proposals",
    label: "nav.proposals",
    icon: "two",
    shown: ({ has }) => has("officer", "administrator"),
    count: "proposals",
  },
  { href: "/duty", also: "/tariff", label: "nav.tariff", icon: "book", shown: () => true },
  {
    href: "/guarantees",
    label: "nav.guarantees",
    icon: "coin",
    shown: ({ has }) => has("declarant", "officer", "administrator"),
  },
  {
    href: "/parties",
    label: "nav.parties",
    icon: "people",
    shown: ({ has }) => has("declarant", "officer", "administrator"),
  },
  {
    href: "/differences",
    label: "nav.differences",
    icon: "pen",
    shown: ({ has }) => has("officer", "administrator"),
  },
  {
    href: "/flows",
    label: "nav.flows",
    icon: "flow",
    shown: ({ has }) => has("officer", "administrator"),
  },
  { href: "/zones", label: "nav.zones", icon: "map", shown: ({ session }) => Boolean(session) },
];

/** The longest entry that the address begins with is where we are. */
const isHere = ({ href, also }: Item, path: string, all: readonly Item[]): boolean => {
  if (href === "/") return path === "/";
  if (also !== undefined && path.startsWith(also)) return true;
  const longer = all.some((other) => other.href.length > href.length && path.startsWith(other.href));
  return path.startsWith(href) && !longer;
};

/** The left side: only what the signed-in person's roles may do. */
export const Navigation = ({ onGo }: { onGo?: () => void }) => {
  const app = useApp();
  const { path } = useAddress();
  const work = useWork();
  const items = ITEMS.filter(({ shown }) => shown(app));
  const asked = work.tasks.filter(({ tone }) => tone !== "others").length;
  const counts = {
    queue: work.queue?.length,
    proposals: work.toConfirm?.length,
    mine: (work.mine?.length ?? 0) + (app.has("officer") ? 0 : asked),
    books: app.has("officer") ? work.books?.length : 0,
    passes: app.has("officer") ? work.passes?.length : 0,
  };
  return (
    <nav aria-label={app.t("nav.label")} className="navigation">
      {items.map((item) => {
        const { href, label, icon, count } = item;
        const waiting = count && counts[count];
        return (
          <Link
            key={label}
            href={href}
            {...(onGo && { onClick: onGo })}
            {...(isHere(item, path, items) && { "aria-current": "page" as const })}
          >
            <Icon name={icon} />
            <span>{app.t(label)}</span>
            {waiting ? <b className="count">{waiting}</b> : null}
          </Link>
        );
      })}
    </nav>
  );
};
