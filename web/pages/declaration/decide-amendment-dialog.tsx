import { Segmented } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";

/** Accepts or refuses an amendment, with a reason. */
export const DecideAmendmentDialog = (props: {
  it: ShownDeclaration;
  refuse: boolean;
  close: () => void;
}) => {
  const { it, refuse, close } = props;
  const { t } = useApp();
  const [decision, setDecision] = useState<"accept" | "refuse">(refuse ? "refuse" : "accept");
  const [reason, setReason] = useState("");
  const accept = decision === "accept";
  return (
    <ActDialog
      title={t("act.decide-amendment")}
      button={t(`amend.${decision}`)}
      danger={!accept}
      ready={isReason(reason)}
      done={t(accept ? "amend.accepted" : "amend.refused")}
      act={() =>
        call("declaration.decide-amendment", { declaration: it.number, accept, reason: reason.trim() })
      }
      close={close}
    >
      <Segmented
        value={decision}
        onChange={setDecision}
        aria-label={t("act.decide-amendment")}
        options={[
          { value: "accept" as const, label: t("amend.accept") },
          { value: "refuse" as const, label: t("amend.refuse") },
        ]}
      />
      <ReasonField
        label={t("amend.reasonOfDecision")}
        value={reason}
        onChange={setReason}
        usual={[t(accept ? "amend.usualAccept" : "amend.usualRefuse")]}
      />
    </ActDialog>
  );
};
