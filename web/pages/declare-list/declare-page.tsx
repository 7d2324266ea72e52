import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { Link } from "../../shared/link.tsx";
import { Answered, Empty } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { type Book, bookActs, standOf } from "../book/acts.ts";
import { DeclareForm } from "./declare-form.tsx";

/** Declares a list in a book, one question after the other. */
const DeclarePage = ({ parts }: PageProps) => {
  const { t } = useApp();
  const asked = useLook("account-book.show", { id: parts.number ?? "" }, { fixed: true });
  useTitle(t("declare.title"));
  return (
    <Answered asked={asked} whole>
      {(book) => <InBook book={book} />}
    </Answered>
  );
};

const InBook = ({ book }: { book: Book }) => {
  const { t, language, session, start } = useApp();
  const zone = useLook("zone.show", { id: book.zone }, { fixed: true });
  const acts = bookActs(book, session, start.today);
  if (!acts.includes("declare"))
    return (
      <Empty whole title={t(standOf(book, acts, start.today)[1])}>
        <Link href={`/books/${book.number}`}>
          <code>{book.number}</code>
        </Link>
      </Empty>
    );
  return (
    <Answered asked={zone} whole>
      {({ on }) => (
        <DeclareForm
          book={book}
          zone={{
            name: on.name[language],
            firstLine: on.capabilities["first-line-declaration"]?.value as string | undefined,
          }}
        />
      )}
    </Answered>
  );
};

export default DeclarePage;
