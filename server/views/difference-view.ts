import type { Moved } from "@openftz/customs/account-book/moved.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import { defineView } from "./view.ts";

type Adjusted = {
  readonly line: string;
  readonly status: string;
  readonly reason: string;
  readonly moved: readonly Moved[];
};

/** What counts found more or less than the books said. */
export const differenceView = defineView({
  shape: {
    name: "difference",
    version: 1,
    columns: {
      position: "integer",
      line: "text",
      book: "text",
      office: "text",
      at: "text",
      by: "text",
      status: "text",
      found: "text",
      declared: "text",
      usd: "text",
      reason: "text",
    },
    key: ["position"],
    indexes: [
      ["office", "at"],
      ["book", "at"],
    ],
  },
  on: {
    "book-line.adjusted": ({ position, at, actor: by, body }: Entry<never>) => {
      const { line, status, reason, moved } = body as Adjusted;
      const [{ from, declared, usd = null }] = moved as readonly [Moved];
      const [book, office] = [line.slice(0, line.lastIndexOf("-")), line.slice(1, 5)];
      const found = from === "found" ? "more" : "less";
      return [{ put: { position, line, book, office, at, by, status, found, declared, usd, reason } }];
    },
  },
});
