import { useLook } from "../../api/use-ask.ts";
import type { PageProps } from "../../app/routes.ts";
import { Answered } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { type FormRow, rowOfForm } from "./form-acts.ts";
import { FormCard } from "./form-card.tsx";

/** One business form: what it is for, and the slips under it. */
const FormPage = ({ parts }: PageProps) => {
  const number = parts.number ?? "";
  const asked = useLook("business-form.show", { id: number }, { everyMs: 15_000 });
  useTitle(number);
  return (
    <Answered asked={asked} whole>
      {(form) => <InBook row={rowOfForm(form)} />}
    </Answered>
  );
};

const InBook = ({ row }: { row: FormRow }) => {
  const asked = useLook("account-book.show", { id: row.book }, { everyMs: 15_000 });
  return (
    <Answered asked={asked} whole>
      {(book) => <FormCard row={row} book={book} whole />}
    </Answered>
  );
};

export default FormPage;
