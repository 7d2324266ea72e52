import { Button } from "antd";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { useWork } from "../../app/work.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { clockOf, groupDigits } from "../../shared/format.ts";
import type { GuarantorAct } from "../../shared/guarantor.ts";
import { useKeys } from "../../shared/keys.ts";
import { NextBar } from "../../shared/next-bar.tsx";
import { navigate, useAddress } from "../../shared/router.ts";
import { useCodes } from "../../shared/use-codes.ts";
import { type Act, SECOND } from "./acts.ts";

/** At the top: what is asked of me and until when, or for whom it waits. One primary button. */
export const NextAct = (props: {
  it: ShownDeclaration;
  acts: readonly Act[];
  first: Act | undefined;
  begin: (act: Act) => void;
}) => {
  const { it, acts, first, begin } = props;
  const rest = acts.filter((act) => act !== first);
  const tone = first ? "you" : it.state === "held" ? "others" : it.state === "released" ? "done" : "closed";
  return (
    <NextBar
      tone={tone}
      buttons={
        <>
          {rest.map((act) => (
            <Button
              key={actKey(act)}
              onClick={() => begin(act)}
              type={SECOND.includes(act.kind) ? "text" : "default"}
            >
              <ActLabel act={act} it={it} />
            </Button>
          ))}
          {first && (
            <Button type="primary" size="large" onClick={() => begin(first)}>
              <ActLabel act={first} it={it} /> <kbd>a</kbd>
            </Button>
          )}
          <NextCase number={it.number} waits={first !== undefined} />
        </>
      }
    >
      <Words it={it} act={first} />
    </NextBar>
  );
};

const actKey = (act: Act): string => (act.kind === "clear-hold" ? `${act.kind} ${act.hold}` : act.kind);

const ActLabel = ({ act, it }: { act: Act; it: ShownDeclaration }) => {
  const { t } = useApp();
  if (act.kind === "pay") return t("act.payAmount", { amount: groupDigits(it.tax.total) });
  if (act.kind === "clear-hold") return t(`act.clear.${act.hold}`);
  return t(`act.${act.kind}`);
};

const Words = ({ it, act }: { it: ShownDeclaration; act: Act | undefined }) => {
  const { t, word } = useApp();
  const { documentName } = useCodes();
  if (act?.kind === "pay")
    return (
      <p>
        <b>{t(it.state === "released" ? "next.payAfter" : "next.payBefore")}</b>{" "}
        {it.tax.due && <DueDay day={it.tax.due} />}
      </p>
    );
  if (act?.kind === "give-document")
    return (
      <p>
        <b>{t("next.give")}</b> {act.missing.map((kind) => `${kind} ${documentName(kind)}`).join(" · ")}
      </p>
    );
  if (act?.kind === "clear-hold")
    return (
      <p>
        <b>{t(`next.clear.${act.hold}`)}</b>
      </p>
    );
  if (act)
    return (
      <p>
        <b>{t(`next.${act.kind as "release" | "close" | "amend" | "decide-amendment" | GuarantorAct}`)}</b>
      </p>
    );
  if (it.state === "closed" || it.state === "withdrawn")
    return (
      <p>
        <b>{t(`next.is.${it.state}`)}</b>
      </p>
    );
  const [turn] = it.next;
  const since = it.story.at(-1)?.at ?? it.at;
  if (!turn)
    return (
      <p>
        <b>{t("next.nothing")}</b>
      </p>
    );
  return (
    <p>
      <b>{t(turn.by === "officer" ? "next.waitsOfficer" : "next.waitsDeclarant")}</b>{" "}
      {word("nextStep", turn.act)} · {t("waits.since", { time: clockOf(since).slice(0, 5) })}
      {turn.act === "declaration.pay" && it.tax.due && (
        <>
          {" "}
          · <DueDay day={it.tax.due} />
        </>
      )}
    </p>
  );
};

/** For an officer who came from the queue: the next case, when this one is done. */
const NextCase = ({ number, waits }: { number: string; waits: boolean }) => {
  const { t, has } = useApp();
  const { search } = useAddress();
  const { queue } = useWork();
  const fromQueue = has("officer") && new URLSearchParams(search).get("from") === "queue";
  const next = queue?.find((row) => row.number !== number);
  const go = () => navigate(next ? `/declarations/${next.number}?from=queue` : "/queue");
  useKeys(fromQueue ? { n: go } : {});
  if (!fromQueue) return null;
  return (
    <Button {...(!waits && { type: "primary" as const, size: "large" as const })} onClick={go}>
      {next ? t("queue.next") : t("queue.back")} <kbd>n</kbd>
    </Button>
  );
};
