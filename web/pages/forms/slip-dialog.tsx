import { useState } from "react";
import { call } from "../../api/client.ts";
import type { CommandRequest } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { CodeLists } from "../../shared/code-lists.tsx";
import { proposedReference } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import type { Book } from "../book/acts.ts";
import { emptyForm, type Form, type LineFields, lineLacks, lineOf } from "../declare-list/form.ts";
import { LinesFields } from "../declare-list/lines-fields.tsx";
import type { FormRow } from "./form-acts.ts";

type Request = CommandRequest<"stock-slip.declare">;

const WIDTH = 760;

/** Declares a slip: goods go under a form, or, with `returns`, come back of what went. */
export const SlipDialog = (props: {
  form: Pick<FormRow, "form" | "direction" | "status">;
  book: Book;
  returns?: { readonly slip: string; readonly lines: readonly LineFields[] };
  close: () => void;
}) => {
  const { form, book, returns, close } = props;
  const { t, start } = useApp();
  const { marks, note } = useFaultMarks();
  const [typed, setTyped] = useState<Form>(() => ({
    ...emptyForm(proposedReference(start.today)),
    status: form.status as Form["status"],
    lines: returns?.lines ?? [],
  }));
  const isInward = (form.direction === "in") === (returns === undefined);
  const lines = typed.lines.filter(({ declared }) => !(returns && /^0?$/.test(declared)));
  return (
    <ActDialog
      title={
        returns ? t("slip.returnTitle", { slip: returns.slip }) : t("slip.declareTitle", { form: form.form })
      }
      button={t(returns ? "slip.return" : "slip.declare")}
      width={WIDTH}
      ready={lines.length > 0 && lines.flatMap(lineLacks).length === 0}
      done={t("slip.declared")}
      act={() =>
        call("stock-slip.declare", {
          ...{ reference: typed.reference, form: form.form, lines: lines.map(lineOf) },
          ...(returns && { returns: returns.slip }),
        } as Request)
      }
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <CodeLists />
        <p className="quiet">{t(returns ? "slip.returnText" : "slip.declareText")}</p>
        <LinesFields
          book={book}
          movement={isInward ? "from-inland" : "to-inland"}
          form={typed}
          change={setTyped}
          {...(returns && { fixed: true })}
        />
      </MarksContext>
    </ActDialog>
  );
};
