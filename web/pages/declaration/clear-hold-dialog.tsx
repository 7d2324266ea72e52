import { Checkbox } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";

type Settled = "documents" | "inspection" | "conflict" | "silence";

/** Settles why a declaration is held and says what was found; when nothing else holds it, releases it in the same act. */
export const ClearHoldDialog = ({
  it,
  hold,
  close,
}: {
  it: ShownDeclaration;
  hold: Settled;
  close: () => void;
}) => {
  const { t } = useApp();
  const [finding, setFinding] = useState("");
  const last = it.holds.length === 1;
  const [release, setRelease] = useState(true);
  const act = async () => {
    await call("declaration.clear-hold", { declaration: it.number, hold, finding: finding.trim() });
    if (last && release) await call("declaration.release", { declaration: it.number });
  };
  return (
    <ActDialog
      title={t(`act.clear.${hold}`)}
      button={t(last && release ? "clear.andRelease" : "clear.button")}
      ready={isReason(finding)}
      done={t(last && release ? "clear.doneReleased" : "clear.done")}
      act={act}
      close={close}
    >
      <ReasonField
        label={t("clear.finding")}
        value={finding}
        onChange={setFinding}
        usual={[t(`clear.usual.${hold}`), t("clear.usual.agrees")]}
      />
      {last && (
        <Checkbox checked={release} onChange={(event) => setRelease(event.target.checked)}>
          {t("clear.releaseToo")}
        </Checkbox>
      )}
    </ActDialog>
  );
};
