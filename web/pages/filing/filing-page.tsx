import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { call } from "../../api/client.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { proposedReference } from "../../shared/lacks.ts";
import { dropDraft, findDraft, recall, remember } from "../../shared/memory.ts";
import { navigate, useAddress } from "../../shared/router.ts";
import { Answered } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { FilingForm } from "./filing-form.tsx";
import { drafted, emptyForm, type Form, formOf, requestOf } from "./form.ts";
import { ListNote } from "./list-note.tsx";

const DRAFT = "draft.new";
const USUAL = [
  "direction",
  "office",
  "declarant",
  "trader",
  "procedure",
  "transportMode",
  "guarantee",
] as const;

/** What stays the same from one declaration to the next of the same person. */
const usual = (account: string): Partial<Form> => {
  try {
    const kept = JSON.parse(recall(`usual.${account}`) ?? "{}") as Record<string, unknown>;
    return Object.fromEntries(
      USUAL.flatMap((name) => (typeof kept[name] === "string" ? [[name, kept[name]]] : [])),
    );
  } catch {
    return {};
  }
};

const keepUsual = (account: string, form: Form): void =>
  remember(`usual.${account}`, JSON.stringify(Object.fromEntries(USUAL.map((name) => [name, form[name]]))));

const draft = (): Form | undefined => {
  const found = findDraft(DRAFT);
  return typeof found === "object" && found !== null && Array.isArray((found as Form).goods)
    ? (found as Form)
    : undefined;
};

/** Files a declaration: an empty form, the draft of this tab, or another one like one that was filed. */
const FilingPage = (_: PageProps) => {
  const { t } = useApp();
  const { search } = useAddress();
  const like = new URLSearchParams(search).get("like");
  const list = new URLSearchParams(search).get("list");
  const asked = useLook("declaration.show", like ? { declaration: like } : null);
  useTitle(t("filing.title"));
  if (like)
    return (
      <Answered asked={asked} whole>
        {({ content }) => (
          <NewForm key={like} begin={({ reference }) => ({ ...formOf(content), reference })} />
        )}
      </Answered>
    );
  if (list) return <OfList key={list} list={list} />;
  return <NewForm />;
};

/** The declaration that a list waits for, with everything that the list knows. */
const OfList = ({ list }: { list: string }) => {
  const asked = useLook("bonded-list.draft-declaration", { list }, { fixed: true });
  return (
    <Answered asked={asked} whole>
      {({ declaration, byHand }) => (
        <NewForm
          begin={(fresh) => drafted(fresh, declaration)}
          note={<ListNote list={list} byHand={byHand} />}
        />
      )}
    </Answered>
  );
};

const NewForm = ({ begin, note }: { begin?: (fresh: Form) => Form; note?: ReactNode }) => {
  const { t, start, session } = useApp();
  const account = session?.account ?? "";
  // Whoever declares for one party only is that party. For whom it declares is never guessed.
  const own =
    session?.grants
      .filter(({ role }) => role === "declarant")
      .map(({ place }) => place.replace("party/", "")) ?? [];
  const fresh = (): Form => ({
    ...emptyForm(proposedReference(start.today)),
    ...(own.length === 1 && { declarant: own[0]! }),
    ...usual(account),
  });
  const [round, setRound] = useState(0);
  const [initial, setInitial] = useState<Form>(() => (begin ? begin(fresh()) : (draft() ?? fresh())));
  const submit = async (form: Form) => {
    const { declaration } = await call("declaration.file", requestOf(form));
    keepUsual(account, form);
    // The draft is dropped before the page is left, or leaving would keep it.
    dropDraft(DRAFT);
    navigate(`/declarations/${declaration}?filed=1`);
  };
  const again = () => {
    dropDraft(DRAFT);
    setInitial(fresh());
    setRound(round + 1);
  };
  return (
    <FilingForm
      key={round}
      initial={initial}
      draftKey={DRAFT}
      fixed={false}
      submitLabel={t("filing.submit")}
      submit={submit}
      head={
        <div className="page-head">
          <h1>{t("filing.title")}</h1>
          <p className="quiet">{t("filing.help")}</p>
          <Button size="small" onClick={again}>
            {t("filing.empty")}
          </Button>
          {note}
        </div>
      }
    />
  );
};

export default FilingPage;
