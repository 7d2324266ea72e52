import { useApp } from "../../app/context.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { Link } from "../../shared/link.tsx";
import type { Book } from "./acts.ts";

/** Goods that entered first and are still to be declared, each with its last day; the link brings its pass along. */
export const UndeclaredPanel = ({ book, mayDeclare }: { book: Book; mayDeclare: boolean }) => {
  const { t } = useApp();
  if (book.undeclared.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="book-undeclared">
      <h2 id="book-undeclared">{t("book.undeclared")}</h2>
      <ul className="waits">
        {book.undeclared.map(({ pass, by }) => (
          <li key={pass}>
            <span>
              {mayDeclare ? (
                <Link href={`/books/${book.number}/declare?pass=${pass}`}>
                  {t("book.undeclaredBy", { pass })}
                </Link>
              ) : (
                <code>{pass}</code>
              )}
              <DueDay day={by} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
