import { useState } from "react";
import { call } from "../../api/client.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { sumOf } from "../../shared/decimal.ts";
import { proposedReference } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import { directionOf } from "../list/acts.ts";
import { emptyVehicle, isVehicleReady, passRequest } from "../passes/pass-form.ts";
import { VehicleFields } from "../passes/vehicle-fields.tsx";
import type { Slip } from "./batch.ts";

/** Asks for the pass of a slip: its goods, its way and its mass are known. */
export const SlipPassDialog = ({ slip, close }: { slip: string; close: () => void }) => {
  const { answer } = useLook("stock-slip.show", { id: slip });
  return answer ? <PassOf slip={answer} close={close} /> : null;
};

const PassOf = ({ slip, close }: { slip: Slip; close: () => void }) => {
  const { t, start } = useApp();
  const { marks, note } = useFaultMarks();
  const [reference] = useState(() => proposedReference(start.today));
  const [vehicle, setVehicle] = useState(() =>
    emptyVehicle(sumOf(slip.lines.map(({ grossMassKg }) => grossMassKg))),
  );
  const direction = directionOf(slip);
  return (
    <ActDialog
      title={t("pass.requestTitle")}
      button={t("pass.request")}
      ready={isVehicleReady(vehicle)}
      done={t("pass.requested")}
      act={() =>
        call(
          "gate-pass.request",
          passRequest(
            { reference, book: slip.book, kind: "papers", direction, slips: [slip.number] },
            vehicle,
          ),
        )
      }
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p>
          <code>{slip.number}</code>
        </p>
        <p className="quiet">{t(`pass.requestText.${direction}`)}</p>
        <VehicleFields value={vehicle} change={(fields) => setVehicle((now) => ({ ...now, ...fields }))} />
      </MarksContext>
    </ActDialog>
  );
};

/** Takes a slip back before its goods went. */
export const DeleteSlipDialog = ({ slip, close }: { slip: string; close: () => void }) => {
  const { t } = useApp();
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("slip.deleteTitle")}
      button={t("slip.delete")}
      danger
      ready={isReason(reason)}
      done={t("slip.deleted")}
      act={() => call("stock-slip.delete", { slip, reason: reason.trim() })}
      close={close}
    >
      <p>
        <code>{slip}</code>
      </p>
      <p className="quiet">{t("slip.deleteText")}</p>
      <ReasonField
        label={t("withdraw.reason")}
        value={reason}
        onChange={setReason}
        usual={[t("slip.deleteUsual")]}
      />
    </ActDialog>
  );
};
