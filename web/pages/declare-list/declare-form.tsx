import { Button } from "antd";
import { useEffect, useMemo, useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { CodeLists } from "../../shared/code-lists.tsx";
import { proposedReference } from "../../shared/lacks.ts";
import { Link } from "../../shared/link.tsx";
import { MarksContext } from "../../shared/marks.ts";
import { dropDraft, findDraft, keepDraft } from "../../shared/memory.ts";
import { MistakeSummary } from "../../shared/mistake-summary.tsx";
import { Part } from "../../shared/part.tsx";
import { navigate, searchOf } from "../../shared/router.ts";
import { useSending } from "../../shared/use-sending.ts";
import type { Book } from "../book/acts.ts";
import { BesideFields } from "./beside-fields.tsx";
import { mistakeName } from "./field-label.ts";
import { emptyForm, type Form, fieldsOf, lacksOf, moving, requestOf } from "./form.ts";
import { LinesFields } from "./lines-fields.tsx";
import { MovementField } from "./movement-field.tsx";
import { PaperFields } from "./paper-fields.tsx";
import { StatusField } from "./status-field.tsx";

/** The zone of the book, and what it asks for at the first line where that is known. */
export type Zone = { readonly name: string; readonly firstLine: string | undefined };

const draftOf = (key: string): Form | undefined => {
  const found = findDraft(key);
  return typeof found === "object" && found !== null && Array.isArray((found as Form).lines)
    ? { ...emptyForm(""), ...(found as Form) }
    : undefined;
};

/** Goods that entered first bring their pass along in the address. */
const entered = (form: Form, firstLine: string | undefined): Form => {
  const pass = new URLSearchParams(location.search).get("pass");
  return pass === null ? form : { ...moving(form, "from-abroad", form.status, firstLine), pass };
};

/** Four questions, each shown when the first one is answered; the server's faults stand at the fields they name. */
export const DeclareForm = ({ book, zone }: { book: Book; zone: Zone }) => {
  const { t, start } = useApp();
  const draftKey = `draft.list.${book.number}`;
  const fresh = () => emptyForm(proposedReference(start.today));
  const [form, setForm] = useState<Form>(() => entered(draftOf(draftKey) ?? fresh(), zone.firstLine));
  const lacks = useMemo(() => lacksOf(form), [form]);
  const fields = useMemo(() => fieldsOf(form), [form]);
  const sending = useSending({ fields, lacks });
  useEffect(() => keepDraft(draftKey, form), [draftKey, form]);
  const change = (to: (now: Form) => Form) => {
    setForm(to);
    sending.forgetProblem();
  };
  const { movement, status } = form;
  const submit = async () => {
    const { list } = await call("bonded-list.declare", requestOf(form, book.number));
    dropDraft(draftKey);
    navigate(`/lists/${list}${searchOf({ declared: form.reference })}`);
  };
  return (
    <MarksContext value={sending.marks}>
      <CodeLists />
      <div className="filing-main declare">
        <div className="page-head">
          <h1>
            {t("declare.title")}{" "}
            <Link href={`/books/${book.number}`}>
              <code>{book.number}</code>
            </Link>
          </h1>
          <p className="quiet">{t("declare.help")}</p>
          <Button size="small" onClick={() => change(fresh)}>
            {t("filing.empty")}
          </Button>
        </div>
        <MistakeSummary sending={sending} nameOf={(mistake) => mistakeName(mistake, t)} />
        <Part id="what" title={t("declare.what")}>
          <MovementField
            kind={book.kind}
            value={movement}
            onChange={(to) => change((now) => moving(now, to, now.status, zone.firstLine))}
          />
          <BesideFields book={book} form={form} set={(fields) => change((now) => ({ ...now, ...fields }))} />
        </Part>
        {movement !== "" && (
          <>
            <Part id="status" title={t("declare.status")}>
              <StatusField
                movement={movement}
                value={status}
                onChange={(to) => change((now) => moving(now, movement, to, zone.firstLine))}
              />
            </Part>
            <Part id="goods" title={t("declare.goods")}>
              <LinesFields book={book} movement={movement} form={form} change={change} />
            </Part>
            <Part id="paper" title={t("declare.paper")}>
              <PaperFields movement={movement} zone={zone} form={form} change={change} />
            </Part>
          </>
        )}
        <div className="submit-bar">
          <span>
            {form.lines.length > 0 &&
              t(form.lines.length === 1 ? "declare.lineCountOne" : "declare.lineCount", {
                count: form.lines.length,
              })}
          </span>
          <Button
            type="primary"
            size="large"
            loading={sending.busy}
            onClick={() => sending.send(true, submit)}
          >
            {t("declare.submit")}
          </Button>
        </div>
      </div>
    </MarksContext>
  );
};
