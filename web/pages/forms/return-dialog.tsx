import { Modal } from "antd";
import { useEffect, useState } from "react";
import { look } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import type { Book } from "../book/acts.ts";
import { emptyLine, type LineFields } from "../declare-list/form.ts";
import type { FormRow } from "./form-acts.ts";
import { type OutLine, outOf } from "./out-of.ts";
import { SlipDialog } from "./slip-dialog.tsx";

const fieldsOf = async (out: OutLine): Promise<LineFields> => {
  const { goods } = await look("book-line.show", { id: out.line });
  return emptyLine({
    ...out,
    ...goods,
    ...{ second: out.second ?? "", secondUnit: goods.secondUnit ?? "", of: out },
  });
};

/** Goods of a slip come back: what is still out is proposed. */
export const ReturnDialog = (props: { form: FormRow; book: Book; slip: string; close: () => void }) => {
  const { form, book, slip, close } = props;
  const { t } = useApp();
  const [lines, setLines] = useState<readonly LineFields[]>();
  useEffect(() => {
    let wanted = true;
    look("stock-slip.show", { id: slip })
      .then((found) => Promise.all(outOf(found).map(fieldsOf)))
      .then((found) => wanted && setLines(found), close);
    return () => {
      wanted = false;
    };
  }, [slip, close]);
  if (!lines) return null;
  if (lines.length === 0)
    return (
      <Modal open title={t("slip.returnTitle", { slip })} onCancel={close} footer={null}>
        {t("slip.returnNone")}
      </Modal>
    );
  return <SlipDialog form={form} book={book} returns={{ slip, lines }} close={close} />;
};
