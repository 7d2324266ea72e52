import { Segmented } from "antd";
import type { ListRequest } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { navigate, searchOf, useAddress } from "../../shared/router.ts";
import { useTitle } from "../../shared/use-title.ts";
import { ListTable } from "./list-table.tsx";

type State = NonNullable<ListRequest<"bonded-list.list">["state"]>;

const STATES: readonly State[] = ["approved", "posted", "deleted", "reversed"];

/** Verification lists of all books; the address holds the state that is looked for. */
const ListsPage = (_: PageProps) => {
  const { t, word } = useApp();
  const given = new URLSearchParams(useAddress().search).get("state");
  const state = STATES.find((each) => each === given);
  useTitle(t("bonded.title"));
  return (
    <>
      <div className="page-head">
        <h1>{t("bonded.title")}</h1>
        <p className="quiet">{t("bonded.help")}</p>
      </div>
      <search className="chips">
        <Segmented
          value={state ?? ""}
          aria-label={t("list.state")}
          onChange={(chosen) => navigate(`/lists${searchOf({ state: chosen })}`, { replace: true })}
          options={[
            { value: "", label: t("bonded.all") },
            ...STATES.map((each) => ({ value: each, label: word("listState", each) })),
          ]}
        />
      </search>
      <ListTable request={state ? { state } : {}} />
    </>
  );
};

export default ListsPage;
