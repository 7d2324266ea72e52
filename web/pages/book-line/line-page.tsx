import { Button } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { ShownLine } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { CopyButton } from "../../shared/copy-button.tsx";
import { Facts } from "../../shared/facts.tsx";
import { halfOf } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { Link } from "../../shared/link.tsx";
import { PauseDialog } from "../../shared/pause-dialog.tsx";
import { searchOf } from "../../shared/router.ts";
import { stands } from "../../shared/stands.ts";
import { Answered } from "../../shared/states.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { useTitle } from "../../shared/use-title.ts";
import { officeOf } from "../list/acts.ts";
import { AdjustDialog } from "./adjust-dialog.tsx";
import { StockNow } from "./stock-now.tsx";
import { StoryPanel } from "./story-panel.tsx";
import { VersionsPanel } from "./versions-panel.tsx";

/** One line of a book: its stock now, who holds what of it, and its story from the first list to the last. */
const LinePage = ({ parts }: PageProps) => {
  const id = parts.line ?? "";
  const asked = useLook("book-line.show", { id }, { everyMs: 15_000 });
  useTitle(id);
  return (
    <Answered asked={asked} whole>
      {(line) => <Shown line={line} />}
    </Answered>
  );
};

const Shown = ({ line }: { line: ShownLine }) => {
  const { t, session } = useApp();
  const [open, setOpen] = useState<"adjust" | "pause">();
  const close = () => setOpen(undefined);
  const isOfficer = session && stands(session, "officer", [`office/${officeOf(line.book)}`]);
  return (
    <article className="declaration">
      <Heading line={line} />
      {line.pause !== "none" && (
        <p className="banner tone-stopped" role="status">
          <Icon name="stop" /> {t(`line.isPaused.${line.pause}`)}
        </p>
      )}
      <StockNow
        line={line}
        foot={
          isOfficer && (
            <span className="row-acts">
              <Button onClick={() => setOpen("adjust")}>{t("line.adjust")}</Button>
              <Button onClick={() => setOpen("pause")}>{t("book.pause")}</Button>
            </span>
          )
        }
      />
      <StoryPanel line={line} />
      <VersionsPanel line={line} />
      {open === "adjust" && <AdjustDialog line={line} close={close} />}
      {open === "pause" && (
        <PauseDialog
          title={t("line.pauseTitle", { part: line.goods.part })}
          text={t("line.pauseText")}
          now={line.pause}
          send={(pause, reason) => call("book-line.pause", { line: line.id, pause, reason })}
          close={close}
        />
      )}
    </article>
  );
};

const Heading = ({ line }: { line: ShownLine }) => {
  const { t, word, language } = useApp();
  const { countryName } = useCodes();
  const { goods, id, book } = line;
  const unit = (code: string) => word("unit", code);
  return (
    <header className="declaration-head">
      <h1>
        {goods.part}
        <CopyButton text={id} />
        <span className="quiet">{halfOf(goods.description, language)}</span>
      </h1>
      <Facts
        facts={[
          [t("line.line"), <code key="line">{id}</code>],
          [
            t("book.number"),
            <Link key="book" href={`/books/${book}`}>
              <code>{book}</code>
            </Link>,
          ],
          [
            t("line.commodity"),
            <Link
              key="commodity"
              href={`/tariff${searchOf({ text: goods.commodity, code: goods.commodity })}`}
            >
              <code>{goods.commodity}</code>
            </Link>,
          ],
          [t("line.origin"), `${goods.origin} ${countryName(goods.origin)}`],
          [t("line.measure.declared"), unit(goods.unit)],
          [t("line.measure.lawful"), unit(goods.lawfulUnit)],
          ...(goods.secondUnit ? [[t("line.measure.second"), unit(goods.secondUnit)] as const] : []),
        ]}
      />
    </header>
  );
};

export default LinePage;
