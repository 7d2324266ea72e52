import { Input } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { ChoiceCards } from "../../shared/choice-cards.tsx";
import { Field } from "../../shared/field.tsx";
import { halfOf } from "../../shared/format.ts";
import { MarksContext } from "../../shared/marks.ts";
import { Loading } from "../../shared/states.tsx";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { type List, mayFile } from "./acts.ts";
import { DraftLink } from "./draft-link.tsx";
import { useCovering } from "./use-covering.ts";

/** Names the released declaration of a list: one that fits is a click, any other is typed. */
export const CoverDialog = ({ list, close }: { list: List; close: () => void }) => {
  const { t, session } = useApp();
  const { marks, note } = useFaultMarks();
  const fitting = useCovering(list);
  const [typed, setTyped] = useState<string>();
  const declaration = typed ?? (fitting?.length === 1 ? fitting[0]!.number : "");
  return (
    <ActDialog
      title={t("bonded.coverTitle")}
      button={t("bonded.cover")}
      ready={/^\d{18}$/.test(declaration)}
      done={t("bonded.covered")}
      act={() => call("bonded-list.cover", { list: list.number, declaration })}
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p className="quiet">{t("bonded.coverText")}</p>
        {fitting === undefined ? (
          <Loading rows={1} />
        ) : (
          <Fitting fitting={fitting} value={declaration} choose={setTyped} />
        )}
        <Field
          pointer="/declaration"
          label={t("bonded.coverDeclaration")}
          hint={t("bonded.coverDeclarationHint")}
        >
          {(input) => (
            <Input
              {...input}
              value={declaration}
              maxLength={18}
              inputMode="numeric"
              autoFocus
              onChange={(event) => setTyped(event.target.value.replace(/\D/g, ""))}
            />
          )}
        </Field>
        {mayFile(list, session) && (
          <p>
            <DraftLink list={list.number} />
          </p>
        )}
      </MarksContext>
    </ActDialog>
  );
};

const Fitting = (props: {
  fitting: readonly ShownDeclaration[];
  value: string;
  choose: (declaration: string) => void;
}) => {
  const { fitting, value, choose } = props;
  const { t, word, language } = useApp();
  const nameOf = usePartyNames();
  if (fitting.length === 0) return <p>{t("bonded.coverNone")}</p>;
  return (
    <ChoiceCards
      pointer="/fitting"
      legend={t("bonded.coverFitting")}
      value={value}
      onChange={choose}
      choices={fitting.map(({ number, state, content: { reference, trader, goods } }) => ({
        value: number,
        title: number,
        text: [word("state", state), reference, nameOf(trader), halfOf(goods[0]!.description, language)].join(
          " · ",
        ),
      }))}
    />
  );
};
