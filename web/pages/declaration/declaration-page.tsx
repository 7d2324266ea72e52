import { useState } from "react";
import type { ShownDeclaration } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { Icon } from "../../shared/icon.tsx";
import { useKeys } from "../../shared/keys.ts";
import { Link } from "../../shared/link.tsx";
import { navigate, searchOf, useAddress } from "../../shared/router.ts";
import { Answered } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { ActDialogs } from "./act-dialogs.tsx";
import { type Act, actsOf, firstAct, SECOND } from "./acts.ts";
import { AmendmentPanel } from "./amendment-panel.tsx";
import { Bill } from "./bill.tsx";
import { DocumentsPanel } from "./documents-panel.tsx";
import { GoodsTable } from "./goods-table.tsx";
import { Heading } from "./heading.tsx";
import { NextAct } from "./next-act.tsx";
import { ProgressLine } from "./progress-line.tsx";
import { Reasons } from "./reasons.tsx";
import { Story } from "./story.tsx";

/** One declaration: where it stands, what is asked of me, what is owed, and why. For both sides of the desk. */
const DeclarationPage = ({ parts }: PageProps) => {
  const number = parts.number ?? "";
  const { search } = useAddress();
  const asOf = new URLSearchParams(search).get("asOf") ?? undefined;
  const asked = useLook("declaration.show", { declaration: number }, asOf ? { asOf } : { everyMs: 15_000 });
  useTitle(number);
  return (
    <Answered asked={asked} whole>
      {(it) => <Shown it={it} asOf={asOf} />}
    </Answered>
  );
};

const Shown = ({ it, asOf }: { it: ShownDeclaration; asOf: string | undefined }) => {
  const { session } = useApp();
  const { search } = useAddress();
  const [open, setOpen] = useState<Act>();
  const acts = asOf ? [] : actsOf(it, session);
  const first = firstAct(it, acts);
  const begin = (act: Act | undefined) => {
    if (!act) return;
    if (act.kind === "amend") navigate(`/declarations/${it.number}/amend`);
    else setOpen(act);
  };
  useKeys({
    a: () => begin(first),
    r: () => {
      const amendment = acts.find(({ kind }) => kind === "decide-amendment");
      begin(
        amendment
          ? { kind: "decide-amendment", refuse: true }
          : acts.find(({ kind }) => SECOND.includes(kind)),
      );
    },
    e: () => document.getElementById("why")?.focus(),
  });
  return (
    <article className="declaration">
      {asOf && <AsItWas number={it.number} asOf={asOf} />}
      {new URLSearchParams(search).has("filed") && <JustFiled it={it} />}
      <Heading it={it} yours={first !== undefined} />
      <NextAct it={it} acts={acts} first={first} begin={begin} />
      <ProgressLine declaration={it} />
      {it.amendment && <AmendmentPanel it={it} />}
      <div className="three">
        <GoodsTable it={it} />
        <Bill it={it} />
        <Reasons number={it.number} asOf={asOf} examination={it.examination} />
      </div>
      <div className="two">
        <Story it={it} />
        <DocumentsPanel it={it} acts={acts} begin={begin} />
      </div>
      <ActDialogs it={it} act={open} close={() => setOpen(undefined)} />
    </article>
  );
};

const AsItWas = ({ number, asOf }: { number: string; asOf: string }) => {
  const { t } = useApp();
  return (
    <p className="banner tone-others">
      <Icon name="clock" /> {t("asOf.banner", { position: asOf })}{" "}
      <Link href={`/declarations/${number}`}>{t("asOf.now")}</Link>
    </p>
  );
};

const JustFiled = ({ it }: { it: ShownDeclaration }) => {
  const { t } = useApp();
  return (
    <p className="banner tone-done" role="status">
      <Icon name="check" /> {t("filing.done", { reference: it.content.reference })}{" "}
      <Link href={`/declarations/new${searchOf({ like: it.number })}`}>{t("filing.another")}</Link>
    </p>
  );
};

export default DeclarationPage;
