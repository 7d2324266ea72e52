import { Button } from "antd";
import { useState } from "react";
import { useList, useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { ListTag } from "../../shared/book-tags.tsx";
import { CopyButton } from "../../shared/copy-button.tsx";
import { Facts } from "../../shared/facts.tsx";
import { dayText } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { useKeys } from "../../shared/keys.ts";
import { NextBar } from "../../shared/next-bar.tsx";
import { PaperLink } from "../../shared/paper-link.tsx";
import { PaperStory } from "../../shared/paper-story.tsx";
import { useAddress } from "../../shared/router.ts";
import { Answered } from "../../shared/states.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { useTitle } from "../../shared/use-title.ts";
import { whyWaits } from "../declare-list/paper.ts";
import { PassDialogs } from "../passes/pass-dialogs.tsx";
import { PassTable } from "../passes/pass-table.tsx";
import { ActDialogs } from "./act-dialogs.tsx";
import { isOutside, type List, type ListAct, listActs, standOf } from "./acts.ts";
import { CodesPanel } from "./codes-panel.tsx";
import { GoodsPanel } from "./goods-panel.tsx";
import { SalePanel } from "./sale-panel.tsx";
import { WaitsPanel } from "./waits-panel.tsx";

/** One verification list: where it stands, what it waits for, its goods, and what happened. */
const ListPage = ({ parts }: PageProps) => {
  const number = parts.number ?? "";
  const asked = useLook("bonded-list.show", { id: number }, { everyMs: 15_000 });
  useTitle(number);
  return (
    <Answered asked={asked} whole>
      {(list) => <Shown list={list} />}
    </Answered>
  );
};

const ACT_WORDS = {
  pass: "pass.request",
  record: "pass.record",
  cover: "bonded.cover",
  post: "bonded.post",
  delete: "bonded.delete",
  reverse: "bonded.reverse",
} as const;

const BEGIN_KEYS: Readonly<Record<ListAct, string>> = {
  ...{ pass: "a", record: "a", cover: "a", post: "a" },
  ...{ delete: "r", reverse: "r" },
};

const Shown = ({ list }: { list: List }) => {
  const { t, session } = useApp();
  const { search } = useAddress();
  const [open, setOpen] = useState<ListAct>();
  const asked = useList("gate-pass.list", list.gate ? { book: list.book, list: list.number } : null, {
    everyMs: 15_000,
  });
  const passes = asked.answer ?? [];
  const acts = listActs(list, session);
  const [tone, words] = standOf(list, acts);
  const reference = new URLSearchParams(search).get("declared");
  const toRecord = passes.find(({ state }) => state === "approved");
  useKeys(Object.fromEntries(acts.toReversed().map((act) => [BEGIN_KEYS[act], () => setOpen(act)])));
  const close = () => setOpen(undefined);
  return (
    <article className="declaration">
      {reference !== null && (
        <p className="banner tone-done" role="status">
          <Icon name="check" /> {t("declare.done", { reference })}{" "}
          {list.declares && list.declaration === null && t(whyWaits(list.movement))}
        </p>
      )}
      <Heading list={list} />
      <NextBar
        tone={tone}
        buttons={acts.toReversed().map((act) => (
          <Button
            key={act}
            {...(BEGIN_KEYS[act] === "a" && { type: "primary" as const, size: "large" as const })}
            onClick={() => setOpen(act)}
          >
            {t(ACT_WORDS[act])} <kbd>{BEGIN_KEYS[act]}</kbd>
          </Button>
        ))}
      >
        <p>
          <b>{t(words, { book: list.otherBook ?? "" })}</b>
        </p>
      </NextBar>
      {list.state === "approved" && <WaitsPanel list={list} />}
      {passes.length > 0 && (
        <section aria-labelledby="list-passes">
          <h2 id="list-passes">{t("bonded.passes")}</h2>
          <PassTable rows={passes} label={t("bonded.passes")} ofBook more={asked} />
        </section>
      )}
      <GoodsPanel list={list} />
      <SalePanel list={list} />
      {!isOutside(list, session) && <PaperStory paper={list.number} line={list.lines[0]!.line} />}
      <CodesPanel list={list} />
      <ActDialogs list={list} act={open} close={close} />
      {open === "record" && toRecord && <PassDialogs act="record" row={toRecord} close={close} />}
    </article>
  );
};

const Heading = ({ list }: { list: List }) => {
  const { t, word, language, session } = useApp();
  const nameOf = usePartyNames();
  const { number, state, movement, status, book, party, counterparty, declaration, declares, postedOn } =
    list;
  return (
    <header className="declaration-head">
      <h1>
        <code>{number}</code>
        <CopyButton text={number} />
        <ListTag state={state} />
        <span className="quiet">
          {word("movement", movement)} · {word("goodsStatus", status)}
        </span>
      </h1>
      <Facts
        facts={[
          [
            t("book.number"),
            isOutside(list, session) ? <code key="book">{book}</code> : <PaperLink key="book" paper={book} />,
          ],
          [t("book.party"), nameOf(party)],
          ...(counterparty === null ? [] : [[t("declare.counterparty"), nameOf(counterparty)] as const]),
          [
            t("bonded.declaration"),
            declaration === null ? (
              declares ? (
                "–"
              ) : (
                t("bonded.noDeclaration")
              )
            ) : (
              <PaperLink key="declaration" paper={declaration} />
            ),
          ],
          [t("bonded.postedOn"), postedOn === null ? "–" : dayText(postedOn, language)],
        ]}
      />
    </header>
  );
};

export default ListPage;
