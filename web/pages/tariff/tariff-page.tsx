import { Input } from "antd";
import type { TariffAnswer } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { dayText, halfOf, rateText } from "../../shared/format.ts";
import { moveRow, useKeys } from "../../shared/keys.ts";
import { Link } from "../../shared/link.tsx";
import { plainCode } from "../../shared/paste.ts";
import { navigate, searchOf, useAddress } from "../../shared/router.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { useTyped } from "../../shared/use-typed.ts";
import { TariffLinePanel } from "./tariff-line-panel.tsx";

/** The tariff, for everybody: words or a code on the left, the line with every column on the right; the address is the question. */
const TariffPage = (_: PageProps) => {
  const { t, start, language } = useApp();
  const { search } = useAddress();
  const asked = new URLSearchParams(search);
  const [text, code, day] = [asked.get("text") ?? "", asked.get("code") ?? "", asked.get("day") ?? ""];
  useTitle(t("nav.tariff"));
  useKeys({ j: () => moveRow(1), k: () => moveRow(-1) });
  const go = (fields: { text?: string; code?: string; day?: string }) =>
    navigate(`/tariff${searchOf({ text, code, day, ...fields })}`, { replace: true });
  const [typed, setTyped] = useTyped(text, (sought) => go({ text: sought, code: "" }));
  const words = /^[\d.\s]+$/.test(text) ? plainCode(text) : text.trim();
  const on = day === "" ? {} : { day };
  const found = useLook("tariff.search", words === "" ? null : { text: words.slice(0, 60), ...on });
  return (
    <>
      <div className="page-head">
        <h1>{t("tariff.title")}</h1>
        <p className="quiet">{t("tariff.help")}</p>
      </div>
      <search className="filters tariff-search">
        <Input
          size="large"
          allowClear
          value={typed}
          maxLength={60}
          aria-label={t("tariff.ask")}
          placeholder={t("tariff.ask")}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="day-field">
          <label htmlFor="day">{t("tariff.day")}</label>
          <Input
            id="day"
            type="date"
            value={day || start.today}
            onChange={(event) => go({ day: event.target.value === start.today ? "" : event.target.value })}
          />
        </div>
      </search>
      {words === "" && code === "" ? (
        <Empty title={t("tariff.empty")}>
          <p>
            {["2204", t("tariff.exampleWords"), "8703"].map((example) => (
              <button
                key={example}
                type="button"
                className="as-link example"
                onClick={() => setTyped(example)}
              >
                {example}
              </button>
            ))}
          </p>
        </Empty>
      ) : (
        <div className="tariff">
          {words !== "" && (
            <Answered asked={found}>
              {(answer) => (
                <Lines
                  answer={answer}
                  code={code}
                  hrefOf={(line) => `/tariff${searchOf({ text, code: line, day })}`}
                />
              )}
            </Answered>
          )}
          {(code || found.answer?.lines[0]) && (
            <TariffLinePanel code={code || found.answer?.lines[0]?.code || ""} day={day} />
          )}
        </div>
      )}
      {found.answer && (
        <p className="quiet edition">
          {t("tariff.edition", {
            day: dayText(found.answer.day, language),
            edition: found.answer.edition?.slice(0, 12) ?? t("tariff.noEdition"),
          })}
        </p>
      )}
    </>
  );
};

const Lines = ({
  answer,
  code,
  hrefOf,
}: {
  answer: TariffAnswer;
  code: string;
  hrefOf: (code: string) => string;
}) => {
  const { t, language } = useApp();
  const here = code || answer.lines[0]?.code;
  if (answer.lines.length === 0) return <Empty title={t("tariff.none")}>{t("tariff.noneText")}</Empty>;
  return (
    <div>
      <ul className="lines" aria-label={t("tariff.lines")}>
        {answer.lines.map((line) => (
          <li key={line.code}>
            <Link
              href={hrefOf(line.code)}
              data-row-link=""
              {...(line.code === here && { "aria-current": "true" as const })}
            >
              <code>{line.code}</code>
              <span>{halfOf(line.description, language)}</span>
              <b>{line.mfn === null ? "–" : rateText(line.provisional ?? line.mfn)}</b>
            </Link>
          </li>
        ))}
      </ul>
      {answer.more && <p className="quiet">{t("tariff.more", { count: answer.lines.length })}</p>}
    </div>
  );
};

export default TariffPage;
