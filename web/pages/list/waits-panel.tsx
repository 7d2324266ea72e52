import type { ReactNode } from "react";
import { useApp } from "../../app/context.tsx";
import { countOf } from "../../shared/decimal.ts";
import { groupDigits } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { PaperLink } from "../../shared/paper-link.tsx";
import { directionOf, goodsOf, isTransfer, type List, mayFile } from "./acts.ts";
import { DraftLink } from "./draft-link.tsx";
import { useBookLines } from "./use-book-lines.ts";

/** Everything that an approved list is posted on, each with how far it is. */
export const WaitsPanel = ({ list }: { list: List }) => {
  const { t, session } = useApp();
  const goods = goodsOf(list);
  const other = list.otherList;
  return (
    <section className="panel" aria-labelledby="list-waits">
      <h2 id="list-waits">{t("bonded.waitsFor")}</h2>
      <ul className="waits">
        {isTransfer(list) && (
          <Wait done={other !== null} title={t("bonded.waits.otherList")}>
            {other === null ? (
              t("bonded.waits.otherListText", { book: list.otherBook ?? "" })
            ) : (
              <>
                <code>{other}</code> · <code>{list.otherBook}</code>
              </>
            )}
          </Wait>
        )}
        {goods === "no-gate" ? (
          <Wait done title={t("bonded.waits.noGate")} />
        ) : (
          <Wait done={goods === "through"} title={t(`bonded.waits.gate.${directionOf(list)}`)}>
            <AtGate list={list} />
          </Wait>
        )}
        {isTransfer(list) && list.gate && <Wait done={false} title={t("bonded.waits.otherSide")} />}
        {list.declares && (
          <Wait
            done={list.declaration !== null}
            title={t("bonded.waits.declaration")}
            next={mayFile(list, session) && <DraftLink list={list.number} />}
          >
            {list.declaration === null ? (
              t("bonded.waits.declarationText")
            ) : (
              <PaperLink paper={list.declaration} />
            )}
          </Wait>
        )}
        {list.pass !== null && (
          <Wait done title={t("passKind.enter-first")}>
            <PaperLink paper={list.pass} />
          </Wait>
        )}
      </ul>
    </section>
  );
};

const Wait = (props: {
  done: boolean;
  title: string;
  /** What can be done about it. */
  next?: ReactNode;
  children?: ReactNode;
}) => {
  const { done, title, next, children } = props;
  return (
    <li>
      <span className={done ? "tone-done" : "tone-others"}>
        <Icon name={done ? "check" : "clock"} />
      </span>
      <span>
        <b>{title}</b>
        {children && <small className="quiet">{children}</small>}
        {next}
      </span>
    </li>
  );
};

const AtGate = ({ list: { book, lines } }: { list: List }) => {
  const { t, word } = useApp();
  const lineOf = useBookLines(book);
  const [only] = lines;
  if (lines.length === 1 && only)
    return t("bonded.waits.gateOne", {
      passed: groupDigits(only.passed),
      declared: groupDigits(only.declared),
      onPasses: groupDigits(only.onPasses),
      unit: word("unit", lineOf(only.line)?.unit ?? ""),
    });
  const all = (field: "passed" | "onPasses") =>
    lines.filter((line) => countOf(line[field]) === countOf(line.declared)).length;
  return t("bonded.waits.gateMany", {
    done: all("passed"),
    count: lines.length,
    onPasses: all("onPasses"),
  });
};
