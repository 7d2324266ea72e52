import { Button } from "antd";
import { useState } from "react";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { Answered } from "../../shared/states.tsx";
import { type Book, bookActs } from "../book/acts.ts";
import { AskFormDialog } from "./ask-form-dialog.tsx";
import type { FormRow } from "./form-acts.ts";
import { FormCard } from "./form-card.tsx";

const ORDER = ["filed", "effective", "closed", "rejected"];

const inOrder = (rows: readonly FormRow[]): readonly FormRow[] =>
  rows.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));

/** The business forms of a book with their slips, those that are open first. */
export const FormsPanel = ({ book }: { book: Book }) => {
  const { t, start, session } = useApp();
  const [asking, setAsking] = useState(false);
  const asked = useList("business-form.list", { book: book.number }, { everyMs: 20_000, limit: 100 });
  const mayAsk = bookActs(book, session, start.today).includes("declare");
  return (
    <section aria-labelledby="book-forms" className="forms">
      <div className="part-head">
        <h2 id="book-forms">{t("form.forms")}</h2>
        {mayAsk && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t("form.ask")}
          </Button>
        )}
      </div>
      <p className="quiet">{t("form.help")}</p>
      <Answered asked={asked} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet">{t("form.none")}</p>
          ) : (
            inOrder(rows).map((row) => <FormCard key={row.form} row={row} book={book} />)
          )
        }
      </Answered>
      {asking && <AskFormDialog book={book} close={() => setAsking(false)} />}
    </section>
  );
};
