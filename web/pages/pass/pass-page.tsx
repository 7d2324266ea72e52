import { Button } from "antd";
import { useState } from "react";
import { useList, useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { PassTag } from "../../shared/book-tags.tsx";
import { CopyButton } from "../../shared/copy-button.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { type Fact, Facts } from "../../shared/facts.tsx";
import { useKeys } from "../../shared/keys.ts";
import { NextBar } from "../../shared/next-bar.tsx";
import { PaperLink } from "../../shared/paper-link.tsx";
import { navigate } from "../../shared/router.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { StoryList } from "../../shared/story-list.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { useTitle } from "../../shared/use-title.ts";
import { type PassAct, type PassRow, passActs, passStand } from "../passes/pass-acts.ts";
import { PassDialogs } from "../passes/pass-dialogs.tsx";
import { MassesPanel } from "./masses-panel.tsx";
import { OnPassPanel } from "./on-pass-panel.tsx";

/** One gate pass: where it stands, what is on the vehicle, what it weighs, and what happened. */
const PassPage = ({ parts }: PageProps) => {
  const number = parts.number ?? "";
  const { t } = useApp();
  const asked = useList("gate-pass.list", { pass: number }, { everyMs: 15_000 });
  useTitle(number);
  return (
    <Answered asked={asked} whole>
      {([pass]) => (pass ? <Shown pass={pass} /> : <Empty whole title={t("notHere.title")} />)}
    </Answered>
  );
};

const KEYS: Readonly<Record<PassAct, string>> = { record: "a", void: "r" };

const Shown = ({ pass }: { pass: PassRow }) => {
  const { t, session } = useApp();
  const [open, setOpen] = useState<PassAct>();
  const { answer: book } = useLook("account-book.show", pass.declareBy === null ? null : { id: pass.book }, {
    everyMs: 15_000,
  });
  const isUndeclared = book?.undeclared.some((each) => each.pass === pass.pass) ?? false;
  const acts = passActs(pass, session);
  const { tone, words, declares } = passStand(pass, session, isUndeclared);
  useKeys(Object.fromEntries(acts.map((act) => [KEYS[act], () => setOpen(act)])));
  return (
    <article className="declaration">
      <Heading pass={pass} isUndeclared={isUndeclared} />
      <NextBar
        tone={tone}
        buttons={
          <>
            {declares && (
              <Button
                type="primary"
                size="large"
                onClick={() => navigate(`/books/${pass.book}/declare?pass=${pass.pass}`)}
              >
                {t("pass.declareGoods")}
              </Button>
            )}
            {acts.toReversed().map((act) => (
              <Button
                key={act}
                {...(act === "record" && { type: "primary" as const, size: "large" as const })}
                onClick={() => setOpen(act)}
              >
                {t(`pass.${act}`)} <kbd>{KEYS[act]}</kbd>
              </Button>
            ))}
          </>
        }
      >
        <p>
          <b>{t(words)}</b>
        </p>
      </NextBar>
      {pass.kind === "papers" && <OnPassPanel pass={pass} />}
      <MassesPanel pass={pass} />
      <section className="panel" aria-labelledby="pass-story">
        <h2 id="pass-story">{t("bonded.story")}</h2>
        <Story pass={pass} />
      </section>
      {open && <PassDialogs act={open} row={pass} close={() => setOpen(undefined)} />}
    </article>
  );
};

const Story = ({ pass: { state, at, askedBy, endedAt, endedBy, reason } }: { pass: PassRow }) => {
  const { t } = useApp();
  const ended = state === "voided" ? "pass.happened.voided" : "pass.happened.passed";
  return (
    <StoryList
      story={[
        ...(endedAt === null
          ? []
          : [{ key: "ended", at: endedAt, what: t(ended), by: endedBy, note: reason }]),
        { key: "asked", at, what: t("pass.happened.approved"), by: askedBy },
      ]}
    />
  );
};

const Heading = ({ pass, isUndeclared }: { pass: PassRow; isUndeclared: boolean }) => {
  const { t, word } = useApp();
  const nameOf = usePartyNames();
  const { container, transportDocument, description, declareBy } = pass;
  const facts: readonly (Fact | false)[] = [
    [t("pass.vehicle"), <b key="vehicle">{pass.vehicle}</b>],
    container !== null && [t("pass.container"), <code key="container">{container}</code>],
    [t("book.number"), <PaperLink key="book" paper={pass.book} />],
    [t("book.party"), nameOf(pass.party)],
    transportDocument !== null && [
      t("pass.transportDocument"),
      <code key="document">{transportDocument}</code>,
    ],
    description !== null && [t("pass.description"), description],
    declareBy !== null && isUndeclared && [t("pass.declareBy"), <DueDay key="by" day={declareBy} />],
  ];
  return (
    <header className="declaration-head">
      <h1>
        <code>{pass.pass}</code>
        <CopyButton text={pass.pass} />
        <PassTag state={pass.state} />
        <span className="quiet">
          {word("passKind", pass.kind)} · {word("direction", pass.direction)}
        </span>
      </h1>
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </header>
  );
};

export default PassPage;
