import { Segmented } from "antd";
import type { ListRequest } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { Link } from "../../shared/link.tsx";
import { navigate, searchOf, useAddress } from "../../shared/router.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { PassTable } from "./pass-table.tsx";

type State = NonNullable<ListRequest<"gate-pass.list">["state"]>;

const STATES: readonly State[] = ["approved", "passed", "voided"];

/** Gate passes of all books; the address holds the state that is looked for. */
const PassesPage = (_: PageProps) => {
  const { t, word } = useApp();
  const given = new URLSearchParams(useAddress().search).get("state");
  const state = STATES.find((each) => each === given);
  const asked = useList("gate-pass.list", state ? { state } : {}, { everyMs: 10_000 });
  useTitle(t("nav.passes"));
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.passes")}</h1>
        <p className="quiet">{t("pass.help")}</p>
      </div>
      <search className="chips">
        <Segmented
          value={state ?? ""}
          aria-label={t("list.state")}
          onChange={(chosen) => navigate(`/passes${searchOf({ state: chosen })}`, { replace: true })}
          options={[
            { value: "", label: t("pass.all") },
            ...STATES.map((each) => ({ value: each, label: word("passState", each) })),
          ]}
        />
      </search>
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t(state ? "pass.noneFiltered" : "pass.none")}>
              {state ? <Link href="/passes">{t("pass.all")}</Link> : <p>{t("pass.noneText")}</p>}
            </Empty>
          ) : (
            <PassTable rows={rows} label={t("nav.passes")} more={asked} />
          )
        }
      </Answered>
    </>
  );
};

export default PassesPage;
