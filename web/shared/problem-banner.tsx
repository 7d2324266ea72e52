import type { Problem } from "@openftz/customs/define/problem.ts";
import { useApp } from "../app/context.tsx";
import { Icon } from "./icon.tsx";
import { problemWords, serverText } from "./problem-words.ts";

/** A refusal where it happened: what is wrong, every fault, and what to do now. */
export const ProblemBanner = ({ problem }: { problem: Problem | undefined }) => {
  const { language } = useApp();
  if (!problem) return null;
  const { title, detail, next } = problemWords(language, problem);
  return (
    <div className="banner tone-stopped" role="alert">
      <Icon name="stop" />
      <div>
        <b>{title}</b>
        {detail && <p>{detail}</p>}
        {problem.faults.length > 0 && (
          <ul>
            {problem.faults.map((fault) => (
              <li key={fault.pointer + fault.detail}>
                {serverText(language, fault.detail)}
                {fault.try && <em> {fault.try.map((each) => serverText(language, each)).join(" / ")}</em>}
              </li>
            ))}
          </ul>
        )}
        {next && <p>{next}</p>}
      </div>
    </div>
  );
};
