import type { Book } from "../book/acts.ts";
import type { FormRow, SlipAct } from "./form-acts.ts";
import { ReturnDialog } from "./return-dialog.tsx";
import { DeleteSlipDialog, SlipPassDialog } from "./slip-dialogs.tsx";

/** The dialog of the act that was begun on a slip. */
export const SlipActDialogs = (props: {
  act: SlipAct;
  slip: string;
  form: FormRow;
  book: Book;
  close: () => void;
}) => {
  const { act, slip, form, book, close } = props;
  switch (act) {
    case "pass":
      return <SlipPassDialog slip={slip} close={close} />;
    case "delete":
      return <DeleteSlipDialog slip={slip} close={close} />;
    case "return":
      return <ReturnDialog form={form} book={book} slip={slip} close={close} />;
  }
};
