import type { ShownDeclaration } from "../../api/types.ts";
import { yuanOfFen } from "../../shared/format.ts";
import { GuarantorDialog } from "../../shared/guarantor-dialogs.tsx";
import type { Act } from "./acts.ts";
import { ClearHoldDialog } from "./clear-hold-dialog.tsx";
import { DecideAmendmentDialog } from "./decide-amendment-dialog.tsx";
import { GiveDocumentDialog } from "./give-document-dialog.tsx";
import { PayDialog } from "./pay-dialog.tsx";
import { PlainDialog } from "./plain-dialog.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

/** The dialog of the act that was begun. */
export const ActDialogs = ({
  it,
  act,
  close,
}: {
  it: ShownDeclaration;
  act: Act | undefined;
  close: () => void;
}) => {
  switch (act?.kind) {
    case "pay":
      return <PayDialog it={it} close={close} />;
    case "give-document":
      return <GiveDocumentDialog it={it} missing={act.missing} close={close} />;
    case "clear-hold":
      return <ClearHoldDialog it={it} hold={act.hold} close={close} />;
    case "decide-amendment":
      return <DecideAmendmentDialog it={it} refuse={act.refuse ?? false} close={close} />;
    case "withdraw":
    case "withdraw-released":
      return <WithdrawDialog it={it} released={act.kind === "withdraw-released"} close={close} />;
    case "release":
    case "close":
      return <PlainDialog it={it} kind={act.kind} close={close} />;
    case "call-guarantor":
    case "settle-guarantor":
      return (
        <GuarantorDialog
          act={act.kind}
          paper={it.number}
          guarantee={it.guarantee ?? ""}
          reserved={yuanOfFen(it.tax.reserved)}
          owed={it.tax.total}
          close={close}
        />
      );
    default:
      return null;
  }
};
