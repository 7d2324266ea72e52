import { Button, Input } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { ListRow } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import { navigate, searchOf, useAddress } from "../../shared/router.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { Tag, type Tone } from "../../shared/tag.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { useTyped } from "../../shared/use-typed.ts";
import { CreditDialog } from "./credit-dialog.tsx";

type Row = ListRow<"party.list">;
type Open = { readonly row: Row; readonly act: "erase" | "credit" };

const CREDIT_TONES: Readonly<Record<string, Tone>> = {
  advanced: "done",
  registered: "closed",
  discredited: "stopped",
};

/** Parties with their credit level; an officer sets it, an administrator proposes to erase a person. */
const PartiesPage = (_: PageProps) => {
  const { t, word, has } = useApp();
  const { search } = useAddress();
  const text = new URLSearchParams(search).get("text") ?? "";
  const [typed, setTyped] = useTyped(text, (sought) =>
    navigate(`/parties${searchOf({ text: sought })}`, { replace: true }),
  );
  const [open, setOpen] = useState<Open>();
  const asked = useList("party.list", text === "" ? {} : { text });
  useTitle(t("nav.parties"));
  const contact = (row: Row) => (row.erased ? t("party.erased") : (row.contactName ?? "–"));
  const columns: readonly Column<Row>[] = [
    { key: "party", title: t("field.party"), code: true, show: (row) => row.party, text: (row) => row.party },
    { key: "name", title: t("party.name"), show: (row) => <b>{row.name}</b>, text: (row) => row.name },
    {
      key: "credit",
      title: t("party.credit"),
      show: (row) => <Tag tone={CREDIT_TONES[row.credit] ?? "closed"}>{word("credit", row.credit)}</Tag>,
      text: (row) => word("credit", row.credit),
    },
    { key: "contact", title: t("party.contact"), show: contact, text: contact },
    {
      key: "acts",
      title: t("party.acts"),
      show: (row) => (
        <>
          {has("officer") && (
            <Button size="small" onClick={() => setOpen({ row, act: "credit" })}>
              {t("party.setCredit")}
            </Button>
          )}
          {has("administrator") && row.contactName !== null && !row.erased && (
            <Button size="small" danger onClick={() => setOpen({ row, act: "erase" })}>
              {t("party.erase")}
            </Button>
          )}
        </>
      ),
    },
  ];
  const shown = has("officer", "administrator") ? columns : columns.slice(0, -1);
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.parties")}</h1>
      </div>
      <search className="filters">
        <Input
          allowClear
          value={typed}
          maxLength={60}
          aria-label={t("party.search")}
          placeholder={t("party.search")}
          onChange={(event) => setTyped(event.target.value)}
        />
      </search>
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("party.none")} />
          ) : (
            <DataTable
              label={t("nav.parties")}
              columns={shown}
              rows={rows}
              id={(row) => row.party}
              hasMore={asked.hasMore}
              tooMany={asked.tooMany}
              loading={asked.loading}
              more={asked.more}
            />
          )
        }
      </Answered>
      {open?.act === "erase" && <EraseDialog row={open.row} close={() => setOpen(undefined)} />}
      {open?.act === "credit" && <CreditDialog row={open.row} close={() => setOpen(undefined)} />}
    </>
  );
};

const EraseDialog = ({ row, close }: { row: Row; close: () => void }) => {
  const { t } = useApp();
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("party.eraseTitle", { name: row.name })}
      button={t("withdraw.propose")}
      danger
      ready={isReason(reason)}
      done={t("party.eraseProposed")}
      act={() => call("party.erase-person", { party: row.party, reason: reason.trim() })}
      close={close}
    >
      <p>{t("party.eraseText")}</p>
      <ReasonField
        label={t("withdraw.reason")}
        value={reason}
        onChange={setReason}
        usual={[t("party.eraseUsual")]}
      />
    </ActDialog>
  );
};

export default PartiesPage;
