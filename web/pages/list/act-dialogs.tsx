import { useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import type { List, ListAct } from "./acts.ts";
import { CoverDialog } from "./cover-dialog.tsx";
import { PassDialog } from "./pass-dialog.tsx";

type Props = { readonly list: List; readonly close: () => void };

/** The dialog of the act that was begun. */
export const ActDialogs = ({ act, ...rest }: Props & { act: ListAct | undefined }) => {
  switch (act) {
    case "pass":
      return <PassDialog {...rest} />;
    case "cover":
      return <CoverDialog {...rest} />;
    case "post":
      return <PostDialog {...rest} />;
    case "delete":
    case "reverse":
      return <EndDialog {...rest} act={act} />;
    default:
      return null;
  }
};

/** Posts a list that waits for nothing. */
const PostDialog = ({ list, close }: Props) => {
  const { t } = useApp();
  return (
    <ActDialog
      title={t("bonded.postTitle")}
      button={t("bonded.post")}
      ready
      done={t("bonded.posted")}
      act={() => call("bonded-list.post", { list: list.number })}
      close={close}
    >
      <p className="quiet">{t("bonded.postText")}</p>
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
