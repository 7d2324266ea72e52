import { useApp } from "../../app/context.tsx";
import type { Work } from "../../app/work.tsx";
import { Icon } from "../../shared/icon.tsx";
import { Link } from "../../shared/link.tsx";

/** Books to be decided and passages to be recorded: asked of an officer, waited for by an enterprise with its lists. */
export const BooksWaiting = ({ work: { books, lists, passes } }: { work: Work }) => {
  const { t, has } = useApp();
  const officer = has("officer");
  const [book] = books ?? [];
  const [list] = officer ? [] : (lists ?? []);
  const [pass] = passes ?? [];
  if (!book && !list && !pass) return null;
  return (
    <p className={`banner ${officer ? "tone-you" : "tone-others"}`}>
      <Icon name={officer ? "hand" : "clock"} />
      <span className="waiting">
        {book && (
          <Link href={books?.length === 1 ? `/books/${book.book}` : "/books"}>
            {t(books?.length === 1 ? "today.booksOne" : "today.books", { count: books?.length ?? 0 })}
          </Link>
        )}
        {list && (
          <Link href={lists?.length === 1 ? `/lists/${list.list}` : "/lists?state=approved"}>
            {t(lists?.length === 1 ? "today.listsOne" : "today.lists", { count: lists?.length ?? 0 })}
          </Link>
        )}
        {pass && (
          <Link href="/passes?state=approved">
            {t(passes?.length === 1 ? "today.passesOne" : "today.passes", { count: passes?.length ?? 0 })}
          </Link>
        )}
      </span>
    </p>
  );
};
