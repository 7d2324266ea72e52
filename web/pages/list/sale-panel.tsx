import { useMemo, useState } from "react";
import type { LookAnswer } from "../../api/types.ts";
import { useLiveLook } from "../../api/use-live-look.ts";
import { useApp } from "../../app/context.tsx";
import { dayText } from "../../shared/format.ts";
import { type Marks, MarksContext, type Mistake } from "../../shared/marks.ts";
import { ProblemBanner } from "../../shared/problem-banner.tsx";
import { serverText } from "../../shared/problem-words.ts";
import { Loading } from "../../shared/states.tsx";
import { Unconfirmed } from "../zones/unconfirmed.tsx";
import type { List } from "./acts.ts";
import { type Apart, apartLacks, isSale, lineOfFault, saleRequest } from "./sale.ts";
import { SaleTable } from "./sale-table.tsx";

const PAUSE_MS = 400;

/** What the goods of a list would owe if they were imported today; nothing for lists that import nothing. */
export const SalePanel = ({ list }: { list: List }) => {
  const { t } = useApp();
  return isSale(list) ? (
    <section className="panel sale" aria-labelledby="list-sale">
      <h2 id="list-sale">
        {t("sale.title")} <small className="quiet">CNY</small>
      </h2>
      <p className="quiet">{t("sale.text")}</p>
      <Assessed list={list} />
    </section>
  ) : null;
};

const mistake = (field: string, text: string): Mistake => ({ pointer: field, field, text, tries: [] });

const Assessed = ({ list }: { list: List }) => {
  const { t, language } = useApp();
  const [apart, setApart] = useState<Apart>({});
  const lacks = useMemo(() => apartLacks(apart), [apart]);
  const request = useMemo(() => saleRequest(list.number, apart), [list.number, apart]);
  const asked = useLiveLook("bonded-list.assess-sale", lacks.length === 0 ? request : null, PAUSE_MS);
  const [last, setLast] = useState<LookAnswer<"bonded-list.assess-sale">>();
  if (asked.answer && asked.answer !== last) setLast(asked.answer);
  const { problem } = asked;
  const faults = (problem?.faults ?? []).map((fault) => ({
    ...fault,
    line: lineOfFault(fault.pointer, request),
  }));
  const marks: Marks = {
    mistakesAt: (field) => [
      ...lacks.filter(({ pointer }) => pointer === field).map(({ pointer, key }) => mistake(pointer, t(key))),
      ...faults
        .filter(({ line }) => line !== undefined && field === `/apart/${line}/storage`)
        .map(({ detail }) => mistake(field, serverText(language, detail))),
    ],
    touch: () => undefined,
  };
  const isOfAll = problem && faults.every(({ line }) => line === undefined);
  return (
    <MarksContext value={marks}>
      {isOfAll && <ProblemBanner problem={problem} />}
      {!last && !problem && <Loading rows={2} />}
      {last && (
        <>
          <div className={asked.current && !problem ? "" : "older"}>
            <SaleTable
              sale={last}
              apart={apart}
              set={(index, costs) =>
                setApart((now) => ({ ...now, [index]: { storage: "", inland: "", ...now[index], ...costs } }))
              }
              book={list.book}
            />
          </div>
          <p className="quiet">{t("sale.day", { day: dayText(last.day, language) })}</p>
          <Grounds grounds={last.grounds} />
        </>
      )}
    </MarksContext>
  );
};

const Grounds = ({ grounds }: Pick<LookAnswer<"bonded-list.assess-sale">, "grounds">) => {
  const { word, language } = useApp();
  return (
    <ul className="grounds">
      {grounds.map(({ what, source, law, confirmed }) => (
        <li key={what}>
          <b>{word("saleGround", what)}</b> {serverText(language, source)}{" "}
          <span className="quiet">{serverText(language, law)}</span> <Unconfirmed confirmed={confirmed} />
        </li>
      ))}
    </ul>
  );
};
