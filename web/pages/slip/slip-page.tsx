import { Button } from "antd";
import { useCallback, useState } from "react";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { SlipTag } from "../../shared/book-tags.tsx";
import { CopyButton } from "../../shared/copy-button.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { type Fact, Facts } from "../../shared/facts.tsx";
import { useKeys } from "../../shared/keys.ts";
import { NextBar } from "../../shared/next-bar.tsx";
import { PaperLink, PaperLinks } from "../../shared/paper-link.tsx";
import { PaperStory } from "../../shared/paper-story.tsx";
import { navigate } from "../../shared/router.ts";
import { Answered } from "../../shared/states.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { useTitle } from "../../shared/use-title.ts";
import type { Slip } from "../forms/batch.ts";
import { rowOfForm, type SlipAct, slipActs, slipStand } from "../forms/form-acts.ts";
import { SlipActDialogs } from "../forms/slip-act-dialogs.tsx";
import { directionOf } from "../list/acts.ts";
import { GoodsPanel } from "./goods-panel.tsx";

/** One stock slip: where its goods are, until when they are to be declared, and what may be done. */
const SlipPage = ({ parts }: PageProps) => {
  const number = parts.number ?? "";
  const asked = useLook("stock-slip.show", { id: number }, { everyMs: 15_000 });
  useTitle(number);
  return (
    <Answered asked={asked} whole>
      {(slip) => <Shown slip={slip} />}
    </Answered>
  );
};

const KEYS: Readonly<Record<SlipAct, string>> = { pass: "a", return: "r", delete: "r" };

const Shown = ({ slip }: { slip: Slip }) => {
  const { t, session, start } = useApp();
  const [open, setOpen] = useState<SlipAct>();
  const close = useCallback(() => setOpen(undefined), []);
  const acts = slipActs(slip, session);
  const [tone, words] = slipStand(slip, acts, start.today);
  useKeys(Object.fromEntries(acts.map((act) => [KEYS[act], () => setOpen(act)])));
  return (
    <article className="declaration">
      <Heading slip={slip} />
      <NextBar
        tone={tone}
        buttons={
          <>
            {acts.toReversed().map((act) => (
              <Button
                key={act}
                {...(act === "pass" && { type: "primary" as const, size: "large" as const })}
                onClick={() => setOpen(act)}
              >
                {t(`slip.${act}`)} <kbd>{KEYS[act]}</kbd>
              </Button>
            ))}
            {acts.includes("return") && (
              <Button type="primary" size="large" onClick={() => navigate(`/forms/${slip.form}`)}>
                {t("slip.toForm")}
              </Button>
            )}
          </>
        }
      >
        <p>
          <b>{t(words)}</b>
        </p>
      </NextBar>
      <GoodsPanel slip={slip} />
      <PaperStory paper={slip.number} line={slip.lines[0]!.line} />
      {open && <ActDialog slip={slip} act={open} close={close} />}
    </article>
  );
};

const ActDialog = ({ slip, act, close }: { slip: Slip; act: SlipAct; close: () => void }) => {
  const { answer: form } = useLook("business-form.show", { id: slip.form });
  const { answer: book } = useLook("account-book.show", { id: slip.book });
  return form && book ? (
    <SlipActDialogs act={act} slip={slip.number} form={rowOfForm(form)} book={book} close={close} />
  ) : null;
};

const Heading = ({ slip }: { slip: Slip }) => {
  const { t, word } = useApp();
  const nameOf = usePartyNames();
  const { number, state, kind, returns, returnedBy, pass, list } = slip;
  const isOpen = kind === "go" && (state === "approved" || state === "passed");
  const facts: readonly (Fact | false)[] = [
    isOpen && [t("slip.by"), <DueDay key="by" day={slip.by} />],
    list !== null && [t("slip.list"), <PaperLink key="list" paper={list} />],
    [t("form.form"), <PaperLink key="form" paper={slip.form} />],
    [t("book.number"), <PaperLink key="book" paper={slip.book} />],
    [t("book.party"), nameOf(slip.party)],
    [t("slip.onPass"), pass === null ? "–" : <PaperLink key="pass" paper={pass} />],
    returns !== null && [t("slip.returns"), <PaperLink key="returns" paper={returns} />],
    returnedBy.length > 0 && [
      t("slip.returnedBy"),
      <PaperLinks key="returnedBy" papers={returnedBy.map((each) => each.slip)} />,
    ],
  ];
  return (
    <header className="declaration-head">
      <h1>
        <code>{number}</code>
        <CopyButton text={number} />
        <SlipTag state={state} />
        <span className="quiet">
          {t(kind === "return" ? "slip.kind.return" : "slip.kind.go")} ·{" "}
          {word("direction", directionOf(slip))} · {word("goodsStatus", slip.status)}
        </span>
      </h1>
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </header>
  );
};

export default SlipPage;
