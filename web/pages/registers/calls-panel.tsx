import type { LookAnswer } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { yuanOfFen } from "../../shared/format.ts";
import { PaperLink } from "../../shared/paper-link.tsx";

/** What guarantors were called upon for and have not paid: for which paper, how much, and by when. */
export const CallsPanel = ({ letters }: { letters: readonly LookAnswer<"guarantee.show">[] }) => {
  const { t } = useApp();
  const calls = letters.flatMap(({ id, guarantor, calls }) =>
    calls.map((call) => ({ id, guarantor, ...call })),
  );
  if (calls.length === 0) return null;
  return (
    <section className="panel calls" aria-labelledby="guarantee-calls">
      <h2 id="guarantee-calls">{t("guarantee.calls")}</h2>
      <ul className="waits">
        {calls.map(({ id, guarantor, paper, amount, by }) => (
          <li key={`${id} ${paper}`}>
            <span>
              <PaperLink paper={paper} />
              <span>
                <b>{yuanOfFen(amount)}</b> CNY {guarantor} <code>{id}</code>
              </span>
              <DueDay day={by} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
