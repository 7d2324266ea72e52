import { useState } from "react";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { Facts } from "../../shared/facts.tsx";
import { Answered } from "../../shared/states.tsx";
import { isOutside, type List } from "./acts.ts";

/** What customs' own messages call a list: folded, and asked for only when it is opened. */
export const CodesPanel = ({ list }: { list: List }) => {
  const { t, session } = useApp();
  const [open, setOpen] = useState(false);
  if (isOutside(list, session)) return null;
  return (
    <details className="panel codes" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("codesOf.title")}</summary>
      {open && <Codes list={list.number} />}
    </details>
  );
};

const Codes = ({ list }: { list: string }) => {
  const { t, word } = useApp();
  const asked = useLook("bonded-list.codes", { list });
  return (
    <Answered asked={asked} rows={1}>
      {(codes) => (
        <>
          <p className="quiet">{t("codesOf.text")}</p>
          <Facts
            facts={Object.entries(codes).map(([name, code]) => [
              `${word("codeOf", name)} ${name}`,
              <span key={name}>
                <code>{code || "–"}</code> {word(`codeOf.${name}`, code)}
              </span>,
            ])}
          />
        </>
      )}
    </Answered>
  );
};
