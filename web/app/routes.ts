import type { Role } from "@openftz/customs/define/actor.ts";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** Who finds something at an address: anybody, everyone signed in, or roles. */
export type RouteFor = "anyone" | "signed-in" | readonly Role[];

export type PageProps = { readonly parts: Readonly<Record<string, string>> };

export type Route = {
  readonly pattern: string;
  readonly for: RouteFor;
  readonly page: LazyExoticComponent<ComponentType<PageProps>>;
};

const READERS: RouteFor = ["declarant", "officer", "administrator", "importer"];
const BOOK_READERS: RouteFor = ["declarant", "officer", "administrator"];

/** Every page, each fetched when it is first opened. The first pattern that fits wins. */
export const ROUTES: readonly Route[] = [
  { pattern: "/", for: "anyone", page: lazy(() => import("../pages/start/start-page.tsx")) },
  { pattern: "/sign-in", for: "anyone", page: lazy(() => import("../pages/sign-in/sign-in-page.tsx")) },
  { pattern: "/duty", for: "anyone", page: lazy(() => import("../pages/duty/duty-page.tsx")) },
  { pattern: "/tariff", for: "anyone", page: lazy(() => import("../pages/tariff/tariff-page.tsx")) },
  {
    pattern: "/declarations",
    for: READERS,
    page: lazy(() => import("../pages/declarations/declarations-page.tsx")),
  },
  {
    pattern: "/declarations/new",
    for: ["declarant"],
    page: lazy(() => import("../pages/filing/filing-page.tsx")),
  },
  {
    pattern: "/declarations/:number/amend",
    for: ["declarant"],
    page: lazy(() => import("../pages/filing/amend-page.tsx")),
  },
  {
    pattern: "/declarations/:number",
    for: READERS,
    page: lazy(() => import("../pages/declaration/declaration-page.tsx")),
  },
  { pattern: "/queue", for: ["officer"], page: lazy(() => import("../pages/queue/queue-page.tsx")) },
  {
    pattern: "/proposals",
    for: ["officer", "administrator"],
    page: lazy(() => import("../pages/proposals/proposals-page.tsx")),
  },
  {
    pattern: "/guarantees",
    for: ["declarant", "officer", "administrator"],
    page: lazy(() => import("../pages/registers/guarantees-page.tsx")),
  },
  {
    pattern: "/parties",
    for: ["declarant", "officer", "administrator"],
    page: lazy(() => import("../pages/registers/parties-page.tsx")),
  },
  { pattern: "/books", for: BOOK_READERS, page: lazy(() => import("../pages/books/books-page.tsx")) },
  {
    pattern: "/books/:number/declare",
    for: ["declarant"],
    page: lazy(() => import("../pages/declare-list/declare-page.tsx")),
  },
  { pattern: "/books/:number", for: BOOK_READERS, page: lazy(() => import("../pages/book/book-page.tsx")) },
  {
    pattern: "/book-lines/:line",
    for: BOOK_READERS,
    page: lazy(() => import("../pages/book-line/line-page.tsx")),
  },
  { pattern: "/lists", for: BOOK_READERS, page: lazy(() => import("../pages/lists/lists-page.tsx")) },
  { pattern: "/lists/:number", for: BOOK_READERS, page: lazy(() => import("../pages/list/list-page.tsx")) },
  { pattern: "/passes", for: BOOK_READERS, page: lazy(() => import("../pages/passes/passes-page.tsx")) },
  { pattern: "/passes/:number", for: BOOK_READERS, page: lazy(() => import("../pages/pass/pass-page.tsx")) },
  { pattern: "/slips/:number", for: BOOK_READERS, page: lazy(() => import("../pages/slip/slip-page.tsx")) },
  { pattern: "/forms/:number", for: BOOK_READERS, page: lazy(() => import("../pages/forms/form-page.tsx")) },
  {
    pattern: "/differences",
    for: ["officer", "administrator"],
    page: lazy(() => import("../pages/differences/differences-page.tsx")),
  },
  {
    pattern: "/flows",
    for: ["officer", "administrator"],
    page: lazy(() => import("../pages/flows/flows-page.tsx")),
  },
  { pattern: "/zones", for: "signed-in", page: lazy(() => import("../pages/zones/zones-page.tsx")) },
  { pattern: "/zones/:zone", for: "signed-in", page: lazy(() => import("../pages/zones/zone-page.tsx")) },
];
