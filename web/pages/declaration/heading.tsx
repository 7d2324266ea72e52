import { App as AntApp } from "antd";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { clockOf, dayText, legalDayOf } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { StateTag, TaxTag } from "../../shared/tag.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { useOfficeName } from "../../shared/use-office-name.ts";
import { usePartyNames } from "../../shared/use-party-names.ts";

/** Number, state, who for whom, where and when. */
export const Heading = ({ it, yours }: { it: ShownDeclaration; yours: boolean }) => {
  const { t, word, language } = useApp();
  const { message } = AntApp.useApp();
  const { procedureName, transportName } = useCodes();
  const nameOf = usePartyNames();
  const { content } = it;
  const officeName = useOfficeName(content.office);
  const filedAt = it.story[0]?.at ?? it.at;
  const copy = async () => {
    await navigator.clipboard.writeText(it.number);
    message.success(t("copied"));
  };
  const facts: readonly (readonly [string, string])[] = [
    [t("field.procedure"), `${content.procedure} ${procedureName(content.procedure)}`],
    [t("field.trader"), nameOf(content.trader)],
    [t("field.declarant"), nameOf(content.declarant)],
    [t("field.office"), `${content.office} ${officeName}`],
    [
      t("field.transportMode"),
      `${transportName(content.transportMode)} ${content.transportDocument ?? ""}`.trim(),
    ],
    [t("field.accepted"), `${dayText(legalDayOf(filedAt), language)} ${clockOf(filedAt)}`],
    [t("field.reference"), content.reference],
    [t("field.version"), String(it.version)],
  ];
  return (
    <header className="declaration-head">
      <h1>
        <code>{it.number}</code>
        <button
          type="button"
          className="icon-button"
          onClick={copy}
          aria-label={t("copy.number")}
          title={t("copy.number")}
        >
          <Icon name="copy" />
        </button>
        <StateTag state={it.state} yours={yours} />
        {it.tax.state !== "none" && <TaxTag state={it.tax.state} />}
        <span className="quiet">
          {word("direction", content.direction)}
          {it.imported && ` · ${t("field.imported")}`}
        </span>
      </h1>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
};
