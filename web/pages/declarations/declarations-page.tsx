import { Input, Select } from "antd";
import type { ListRequest, ListRow } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { DataTable } from "../../shared/data-table.tsx";
import { useKeys } from "../../shared/keys.ts";
import { Link } from "../../shared/link.tsx";
import { navigate, searchOf, useAddress } from "../../shared/router.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { useTyped } from "../../shared/use-typed.ts";
import { useDeclarationColumns } from "./declaration-columns.tsx";

type Row = ListRow<"declaration.list">;
type Request = ListRequest<"declaration.list">;

const FILTERS = {
  state: ["held", "released", "closed", "withdrawn"],
  lane: ["release", "documents", "inspect"],
  taxState: ["none", "due", "guaranteed", "paid", "overdue"],
} as const;
type Filter = keyof typeof FILTERS;

/** Declarations, newest first; the address holds the filters, so a view can be kept as a bookmark. */
const DeclarationsPage = (_: PageProps) => {
  const { t, word, has } = useApp();
  const { search } = useAddress();
  const given = new URLSearchParams(search);
  const columns = useDeclarationColumns();
  useTitle(t("nav.declarations"));
  useKeys(has("declarant") ? { f: () => navigate("/declarations/new") } : {});
  const go = (fields: Readonly<Record<string, string | undefined>>) =>
    navigate(`/declarations${searchOf({ ...Object.fromEntries(given), ...fields })}`, { replace: true });
  const [text, setText] = useTyped(given.get("text") ?? "", (sought) => go({ text: sought }));
  const asked = useList("declaration.list", Object.fromEntries(given) as Request, { everyMs: 20_000 });
  const filtered = [...given].length > 0;
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.declarations")}</h1>
        {has("declarant") && (
          <Link href="/declarations/new" className="primary-link">
            {t("nav.file")}
          </Link>
        )}
      </div>
      <search className="filters">
        <Input
          allowClear
          value={text}
          maxLength={60}
          aria-label={t("list.text")}
          placeholder={t("list.text")}
          onChange={(event) => setText(event.target.value)}
        />
        {(Object.keys(FILTERS) as Filter[]).map((filter) => (
          <Select
            key={filter}
            allowClear
            value={given.get(filter)}
            aria-label={t(`list.${filter}`)}
            placeholder={t(`list.${filter}`)}
            onChange={(value) => go({ [filter]: value ?? undefined })}
            options={FILTERS[filter].map((value) => ({ value, label: word(filter, value) }))}
          />
        ))}
      </search>
      <Answered asked={asked} rows={12}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t(filtered ? "list.noneFiltered" : "list.none")}>
              {filtered ? (
                <Link href="/declarations">{t("list.clear")}</Link>
              ) : (
                has("declarant") && <Link href="/declarations/new">{t("nav.file")}</Link>
              )}
            </Empty>
          ) : (
            <DataTable
              label={t("nav.declarations")}
              columns={columns}
              rows={rows}
              id={({ number }: Row) => number}
              href={({ number }: Row) => `/declarations/${number}`}
              hasMore={asked.hasMore}
              tooMany={asked.tooMany}
              loading={asked.loading}
              more={asked.more}
            />
          )
        }
      </Answered>
    </>
  );
};

export default DeclarationsPage;
