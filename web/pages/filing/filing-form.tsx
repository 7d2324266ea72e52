import { Button } from "antd";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useApp } from "../../app/context.tsx";
import { groupDigits } from "../../shared/format.ts";
import { MarksContext } from "../../shared/marks.ts";
import { dropDraft, keepDraft } from "../../shared/memory.ts";
import { MistakeSummary } from "../../shared/mistake-summary.tsx";
import { Part } from "../../shared/part.tsx";
import { ProblemBanner } from "../../shared/problem-banner.tsx";
import { useSending } from "../../shared/use-sending.ts";
import { DocumentsFields } from "./documents-fields.tsx";
import { mistakeName } from "./field-label.ts";
import { FilingContext } from "./filing-context.ts";
import { type Form, fieldsOf, lacksOf, requestOf } from "./form.ts";
import { FormIndex } from "./form-index.tsx";
import { GoodsGrid } from "./goods-grid.tsx";
import { PartyFields, TransportFields } from "./head-fields.tsx";
import { LivePanel } from "./live-panel.tsx";
import { usePreview } from "./use-preview.ts";

type Props = {
  readonly initial: Form;
  readonly draftKey: string;
  /** True while amending: who declares for whom stays. */
  readonly fixed: boolean;
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  readonly submitLabel: string;
  /** False: something besides the form is missing (the reason of an amendment). */
  readonly ready?: boolean;
  readonly submit: (form: Form) => Promise<void>;
};

/** One long page with an index; the right side tells live what it comes to. Used for filing and for amending. */
export const FilingForm = (props: Props) => {
  const { initial, draftKey, fixed, head, foot, submitLabel, ready = true, submit } = props;
  const { t } = useApp();
  const [form, setForm] = useState(initial);
  const lacks = lacksOf(form);
  const fields = useMemo(() => fieldsOf(form), [form]);
  const {
    preview,
    problem: previewProblem,
    current,
  } = usePreview(lacks.length === 0 ? requestOf(form) : null);
  const sending = useSending({
    fields,
    lacks,
    faults: [...(preview?.faults ?? []), ...(previewProblem?.faults ?? [])],
  });
  const { all, fromServer } = sending;
  useEffect(() => keepDraft(draftKey, form), [draftKey, form]);
  const change = (fields: Partial<Form>) => {
    setForm((now) => ({ ...now, ...fields }));
    sending.forgetProblem();
  };
  const clean = !current || (preview?.faults.length ?? 0) === 0;
  const send = () =>
    sending.send(ready && clean, async () => {
      await submit(form);
      dropDraft(draftKey);
    });
  const filing = {
    form,
    change,
    changeGoods: (index: number, fields: Partial<Form["goods"][number]>) => {
      setForm((now) => ({
        ...now,
        goods: now.goods.map((row, at) => (at === index ? { ...row, ...fields } : row)),
      }));
      sending.forgetProblem();
    },
    ...sending.marks,
    fixed,
  };
  const total = preview?.taxes?.total;
  return (
    <MarksContext value={filing}>
      <FilingContext value={filing}>
        <div className="filing">
          <div className="filing-main">
            {head}
            <MistakeSummary sending={sending} nameOf={(mistake) => mistakeName(mistake, t)} />
            <Part id="who" title={t("filing.who")}>
              <PartyFields />
            </Part>
            <Part id="transport" title={t("filing.transport")}>
              <TransportFields />
            </Part>
            <Part id="goods" title={t("filing.goods")}>
              <GoodsGrid items={preview?.items ?? []} />
            </Part>
            <Part id="documents" title={t("filing.documents")}>
              <DocumentsFields />
            </Part>
            {foot}
          </div>
          <aside className="filing-side" aria-label={t("live.title")}>
            <FormIndex mistakes={all} attempted={sending.attempted} />
            <LivePanel
              preview={preview}
              current={current}
              mistakes={all.filter(({ field }) => fromServer.has(field))}
              lacks={lacks.length}
            />
            <ProblemBanner
              problem={previewProblem && previewProblem.faults.length === 0 ? previewProblem : undefined}
            />
            <div className="submit-bar">
              {total && (
                <span>
                  {t("tax.total")} <b>{groupDigits(total)}</b>
                </span>
              )}
              <Button type="primary" size="large" onClick={send} loading={sending.busy}>
                {submitLabel}
              </Button>
            </div>
          </aside>
        </div>
      </FilingContext>
    </MarksContext>
  );
};
