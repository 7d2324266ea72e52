import type { Problem } from "@openftz/customs/define/problem.ts";
import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useApp } from "../app/context.tsx";
import { Icon } from "./icon.tsx";
import { problemWords } from "./problem-words.ts";

/** Nothing is here yet: says why, and what to do. */
export const Empty = ({
  title,
  children,
  whole = false,
}: {
  title: string;
  children?: ReactNode;
  /** It stands for the whole page: its title is the page's. */
  whole?: boolean;
}) => (
  <div className="state-box">
    <Icon name="box" size={28} />
    {whole ? <h1 className="state-title">{title}</h1> : <p className="state-title">{title}</p>}
    {children && <div className="quiet">{children}</div>}
  </div>
);

export const Loading = ({ rows = 6 }: { rows?: number }) => {
  const { t } = useApp();
  return (
    <div className="state-loading" role="status" aria-label={t("loading")}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
};

/** A problem instead of a page. A server that is away is asked again by itself; the page says so. */
export const Failed = ({
  problem,
  again,
  whole = false,
}: {
  problem: Problem;
  again?: () => void;
  whole?: boolean;
}) => {
  const { t, language } = useApp();
  const { title, detail, next } = problemWords(language, problem);
  return (
    <div className="state-box" role="alert">
      <Icon name={problem.status === 503 ? "clock" : "stop"} size={28} />
      {whole ? <h1 className="state-title">{title}</h1> : <p className="state-title">{title}</p>}
      {detail && <p className="quiet">{detail}</p>}
      {next && <p>{next}</p>}
      {again && <Button onClick={again}>{t("tryAgain")}</Button>}
    </div>
  );
};

/** Above what is shown already when it could not be brought up to date. */
export const Stale = ({ problem }: { problem: Problem | undefined }) => {
  const { t } = useApp();
  if (!problem) return null;
  return (
    <p className="banner tone-stopped" role="status">
      <Icon name="clock" /> {t("stale")}
    </p>
  );
};

type AskedShape<Answer> = {
  readonly answer: Answer | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
};

/** The three states of an answer, designed once: on its way, failed, there. */
export const Answered = <Answer,>({
  asked,
  children,
  rows,
  whole = false,
}: {
  asked: AskedShape<Answer>;
  /** The answer is the whole page. */
  whole?: boolean;
  children: (answer: Answer) => ReactNode;
  rows?: number;
}) => {
  if (asked.answer !== undefined)
    return (
      <>
        <Stale problem={asked.problem} />
        {children(asked.answer)}
      </>
    );
  if (asked.problem) return <Failed problem={asked.problem} again={asked.again} whole={whole} />;
  return <Loading {...(rows !== undefined && { rows })} />;
};
