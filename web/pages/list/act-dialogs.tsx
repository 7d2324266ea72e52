import { Input } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { Field } from "../../shared/field.tsx";
import { MarksContext } from "../../shared/marks.ts";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import type { List, ListAct } from "./acts.ts";
import { PassDialog } from "./pass-dialog.tsx";

type Props = { readonly list: List; readonly close: () => void };

/** The dialog of the act that was begun. */
export const ActDialogs = ({ act, ...rest }: Props & { act: ListAct | undefined }) => {
  switch (act) {
    case "pass":
      return <PassDialog {...rest} />;
    case "post":
      return <PostDialog {...rest} />;
    case "delete":
    case "reverse":
      return <EndDialog {...rest} act={act} />;
    default:
      return null;
  }
};

/** Posts a list whose goods moved; its declaration, where it has one, is released. */
const PostDialog = ({ list, close }: Props) => {
  const { t } = useApp();
  const { marks, note } = useFaultMarks();
  const [declaration, setDeclaration] = useState("");
  const ready = !list.declares || /^\d{18}$/.test(declaration);
  return (
    <ActDialog
      title={t("bonded.postTitle")}
      button={t("bonded.post")}
      ready={ready}
      done={t("bonded.posted")}
      act={() => call("bonded-list.post", { list: list.number, ...(list.declares && { declaration }) })}
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p className="quiet">{t("bonded.postText")}</p>
        {list.declares && (
          <Field
            pointer="/declaration"
            label={t("bonded.postDeclaration")}
            hint={t("bonded.postDeclarationHint")}
          >
            {(input) => (
              <Input
                {...input}
                value={declaration}
                maxLength={18}
                inputMode="numeric"
                autoFocus
                onChange={(event) => setDeclaration(event.target.value.replace(/\D/g, ""))}
              />
            )}
          </Field>
        )}
      </MarksContext>
    </ActDialog>
  );
};

/** Deletes a list, or proposes to reverse a posted one; both need a reason. */
const EndDialog = ({ list, act, close }: Props & { act: "delete" | "reverse" }) => {
  const { t } = useApp();
  const [reason, setReason] = useState("");
  const request = { list: list.number, reason: reason.trim() };
  return (
    <ActDialog
      title={t(`bonded.${act}Title`)}
      button={t(`bonded.${act}`)}
      danger
      ready={isReason(reason)}
      done={t(act === "delete" ? "bonded.deleted" : "bonded.reverseProposed")}
      act={() =>
        act === "delete" ? call("bonded-list.delete", request) : call("bonded-list.reverse", request)
      }
      close={close}
    >
      <p>{t(`bonded.${act}Text`)}</p>
      <ReasonField
        label={t("withdraw.reason")}
        value={reason}
        onChange={setReason}
        usual={[t(`bonded.${act}Usual`)]}
      />
    </ActDialog>
  );
};
