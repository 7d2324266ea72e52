import { Button } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { ListRow } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { useWork } from "../../app/work.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { clockOf, dayText, legalDayOf } from "../../shared/format.ts";
import { Link } from "../../shared/link.tsx";
import { PaperLink } from "../../shared/paper-link.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import { Empty, Failed, Loading, Stale } from "../../shared/states.tsx";
import { Tag } from "../../shared/tag.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { useTitle } from "../../shared/use-title.ts";

type Row = ListRow<"proposal.list">;
/** Fields that name something which has a page. */
const PAGES = { declaration: "declarations", list: "lists", line: "book-lines" } as const;

type Open = { readonly row: Row; readonly confirm: boolean };

/** Acts that wait for a second person: what, by whom, why; confirm or decline. */
const ProposalsPage = (_: PageProps) => {
  const { t } = useApp();
  const { proposals, problem, again } = useWork();
  const [open, setOpen] = useState<Open>();
  useTitle(t("nav.proposals"));
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.proposals")}</h1>
        <p className="quiet">{t("proposals.help")}</p>
      </div>
      {proposals && <Stale problem={problem} />}
      {!proposals && (problem ? <Failed problem={problem} again={again} /> : <Loading />)}
      {proposals?.length === 0 && <Empty title={t("proposals.none")} />}
      <div className="proposals">
        {proposals?.map((row) => (
          <Proposal key={row.proposal} row={row} open={(confirm) => setOpen({ row, confirm })} />
        ))}
      </div>
      {open && <Decide {...open} close={() => setOpen(undefined)} />}
    </>
  );
};

const Proposal = ({ row, open }: { row: Row; open: (confirm: boolean) => void }) => {
  const { t, word, language, session } = useApp();
  const nameOf = usePartyNames();
  const { toConfirm } = useWork();
  const own = row.by === session?.account;
  const mine = toConfirm?.some(({ proposal }) => proposal === row.proposal) ?? false;
  const request = row.request as Readonly<Record<string, unknown>>;
  return (
    <section className="panel proposal" aria-label={row.proposal}>
      <header>
        <h2>{word("proposed", row.command)}</h2>
        <Tag tone={mine ? "you" : "others"}>{t(mine ? "proposals.yours" : "proposals.own")}</Tag>
      </header>
      <p className="quiet">
        <code>{row.proposal}</code> · {t("proposals.by", { by: row.by })} ·{" "}
        {dayText(legalDayOf(row.at), language)} {clockOf(row.at)}
      </p>
      <dl className="facts">
        {Object.entries(request).map(([field, value]) => (
          <div key={field}>
            <dt>{word("change", field)}</dt>
            <dd>
              {field in PAGES ? (
                <Link href={`/${PAGES[field as keyof typeof PAGES]}/${value}`}>
                  <code>{String(value)}</code>
                </Link>
              ) : field === "paper" ? (
                <PaperLink paper={String(value)} />
              ) : field === "status" || field === "found" ? (
                word(field === "status" ? "goodsStatus" : "line.found", String(value))
              ) : field === "party" ? (
                `${nameOf(String(value))} · ${value}`
              ) : typeof value === "object" ? (
                JSON.stringify(value)
              ) : (
                String(value)
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="proposal-acts">
        <Button onClick={() => open(false)}>{t(own ? "proposals.takeBack" : "proposals.decline")}</Button>
        <Button
          type="primary"
          disabled={!mine}
          onClick={() => open(true)}
          title={own ? t("proposals.ownText") : mine ? "" : t("proposals.otherRole")}
        >
          {t("proposals.confirm")}
        </Button>
      </p>
      {!mine && <small className="quiet">{t(own ? "proposals.ownText" : "proposals.otherRole")}</small>}
    </section>
  );
};

const Decide = ({ row, confirm, close }: Open & { close: () => void }) => {
  const { t, word } = useApp();
  const [reason, setReason] = useState("");
  const { proposal } = row;
  return (
    <ActDialog
      title={`${t(confirm ? "proposals.confirm" : "proposals.decline")}: ${word("proposed", row.command)}`}
      button={t(confirm ? "proposals.confirm" : "proposals.decline")}
      danger={!confirm}
      ready={confirm || isReason(reason)}
      done={t(confirm ? "proposals.confirmed" : "proposals.declined")}
      act={() =>
        confirm
          ? call("proposal.confirm", { proposal })
          : call("proposal.decline", { proposal, reason: reason.trim() })
      }
      close={close}
    >
      {confirm ? (
        <p>{t("proposals.confirmText", { by: row.by })}</p>
      ) : (
        <ReasonField label={t("proposals.reason")} value={reason} onChange={setReason} />
      )}
    </ActDialog>
  );
};

export default ProposalsPage;
