import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { CopyButton } from "../../shared/copy-button.tsx";
import { type Fact, Facts } from "../../shared/facts.tsx";
import { clockOf, dayText, legalDayOf } from "../../shared/format.ts";
import { StateTag, TaxTag } from "../../shared/tag.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { useOfficeName } from "../../shared/use-office-name.ts";
import { usePartyNames } from "../../shared/use-party-names.ts";

/** Number, state, who for whom, where and when. */
export const Heading = ({ it, yours }: { it: ShownDeclaration; yours: boolean }) => {
  const { t, word, language } = useApp();
  const { procedureName, transportName } = useCodes();
  const nameOf = usePartyNames();
  const { content } = it;
  const officeName = useOfficeName(content.office);
  const filedAt = it.story[0]?.at ?? it.at;
  const facts: readonly Fact[] = [
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
        <CopyButton text={it.number} />
        <StateTag state={it.state} yours={yours} />
        {it.tax.state !== "none" && <TaxTag state={it.tax.state} />}
        <span className="quiet">
          {word("direction", content.direction)}
          {it.imported && ` · ${t("field.imported")}`}
        </span>
      </h1>
      <Facts facts={facts} />
    </header>
  );
};
