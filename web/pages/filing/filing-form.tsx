import type { Problem } from "@openftz/customs/define/problem.ts";
import { Button } from "antd";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Refused } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { groupDigits } from "../../shared/format.ts";
import { MarksContext } from "../../shared/marks.ts";
import { dropDraft, keepDraft } from "../../shared/memory.ts";
import { MistakeList } from "../../shared/mistake-list.tsx";
import { ProblemBanner } from "../../shared/problem-banner.tsx";
import { useMistakes } from "../../shared/use-mistakes.ts";
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
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const lacks = lacksOf(form);
  const fields = useMemo(() => fieldsOf(form), [form]);
  const {
    preview,
    problem: previewProblem,
    current,
  } = usePreview(lacks.length === 0 ? requestOf(form) : null);
  const { all, fromServer } = useMistakes(fields, lacks, [
    ...(problem?.faults ?? []),
    ...(preview?.faults ?? []),
    ...(previewProblem?.faults ?? []),
  ]);
  useEffect(() => keepDraft(draftKey, form), [draftKey, form]);
  const change = (fields: Partial<Form>) => {
    setForm((now) => ({ ...now, ...fields }));
    setProblem(undefined);
  };
  const shown = attempted
    ? all
    : all.filter(({ field }) => fromServer.has(field) || (field !== undefined && touched.has(field)));
  const send = async () => {
    setAttempted(true);
    if (lacks.length > 0 || !ready || (current && (preview?.faults.length ?? 0) > 0)) {
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    setBusy(true);
    try {
      await submit(form);
      dropDraft(draftKey);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(error.problem);
      requestAnimationFrame(() => summary.current?.focus());
    } finally {
      setBusy(false);
    }
  };
  const filing = {
    form,
    change,
    changeGoods: (index: number, fields: Partial<Form["goods"][number]>) => {
      setForm((now) => ({
        ...now,
        goods: now.goods.map((row, at) => (at === index ? { ...row, ...fields } : row)),
      }));
      setProblem(undefined);
    },
    mistakesAt: (field: string) => shown.filter((mistake) => mistake.field === field),
    touch: (field: string) => setTouched((now) => (now.has(field) ? now : new Set([...now, field]))),
    fixed,
  };
  const total = preview?.taxes?.total;
  const showSummary = attempted && (all.length > 0 || problem !== undefined);
  return (
    <MarksContext value={filing}>
      <FilingContext value={filing}>
        <div className="filing">
          <div className="filing-main">
            {head}
            {showSummary && (
              <section className="summary" ref={summary} tabIndex={-1} aria-label={t("filing.mistakes")}>
                {problem && problem.faults.length === 0 ? (
                  <ProblemBanner problem={problem} />
                ) : (
                  <>
                    <h2>
                      {t(all.length === 1 ? "filing.mistakeOne" : "filing.mistakeMany", {
                        count: all.length,
                      })}
                    </h2>
                    <MistakeList mistakes={all} nameOf={(mistake) => mistakeName(mistake, t)} />
                  </>
                )}
              </section>
            )}
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
            <FormIndex mistakes={all} attempted={attempted} />
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
              <Button type="primary" size="large" onClick={send} loading={busy}>
                {submitLabel}
              </Button>
            </div>
          </aside>
        </div>
      </FilingContext>
    </MarksContext>
  );
};

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section id={id} className="panel part" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
);
