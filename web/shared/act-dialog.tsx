import type { Problem } from "@openftz/customs/define/problem.ts";
import { App as AntApp, Modal } from "antd";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Refused } from "../api/client.ts";
import { useApp } from "../app/context.tsx";
import { ProblemBanner } from "./problem-banner.tsx";

type Props = {
  readonly title: string;
  readonly button: string;
  readonly danger?: boolean;
  /** In pixels, where the usual width is too little. */
  readonly width?: number;
  /** False: what is needed has not been said yet. */
  readonly ready: boolean;
  readonly done: string;
  readonly act: () => Promise<unknown>;
  readonly close: () => void;
  readonly onProblem?: (problem: Problem) => void;
  readonly children?: ReactNode;
};

/** One act: what it does, what it asks for, one button; a refusal is shown here and nothing that was typed is lost. */
export const ActDialog = (props: Props) => {
  const { title, button, danger = false, width, ready, done, act, close, onProblem, children } = props;
  const { t } = useApp();
  const { message } = AntApp.useApp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A dialog may stand in the form of another one.
    event.stopPropagation();
    if (!ready || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
      message.success(done);
      close();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(error.problem);
      onProblem?.(error.problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      {...(width !== undefined && { width })}
      okText={button}
      cancelText={t("cancel")}
      okButtonProps={{ htmlType: "submit", form: id, disabled: !ready, danger }}
      confirmLoading={busy}
    >
      <form id={id} onSubmit={submit} className="act-form">
        <ProblemBanner problem={problem} />
        {children}
      </form>
    </Modal>
  );
};
