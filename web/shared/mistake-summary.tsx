import type { Problem } from "@openftz/customs/define/problem.ts";
import type { RefObject } from "react";
import { useApp } from "../app/context.tsx";
import type { Mistake } from "./marks.ts";
import { MistakeList } from "./mistake-list.tsx";
import { ProblemBanner } from "./problem-banner.tsx";

type Sending = {
  readonly all: readonly Mistake[];
  readonly attempted: boolean;
  readonly problem: Problem | undefined;
  readonly summary: RefObject<HTMLElement | null>;
};

/** After an attempt to send, at the top: every mistake as a link to its field, or the refusal that names none. */
export const MistakeSummary = (props: { sending: Sending; nameOf: (mistake: Mistake) => string }) => {
  const { sending, nameOf } = props;
  const { all, attempted, problem, summary } = sending;
  const { t } = useApp();
  if (!attempted || (all.length === 0 && problem === undefined)) return null;
  return (
    <section className="summary" ref={summary} tabIndex={-1} aria-label={t("filing.mistakes")}>
      {problem && problem.faults.length === 0 ? (
        <ProblemBanner problem={problem} />
      ) : (
        <>
          <h2>{t(all.length === 1 ? "filing.mistakeOne" : "filing.mistakeMany", { count: all.length })}</h2>
          <MistakeList mistakes={all} nameOf={nameOf} />
        </>
      )}
    </section>
  );
};
