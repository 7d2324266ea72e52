import { call } from "../../api/client.ts";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";

/** Release and closing ask for nothing but a second look at the number. */
export const PlainDialog = (props: {
  it: ShownDeclaration;
  kind: "release" | "close";
  close: () => void;
}) => {
  const { it, kind, close } = props;
  const { t } = useApp();
  const request = { declaration: it.number };
  return (
    <ActDialog
      title={t(`act.${kind}`)}
      button={t(`act.${kind}`)}
      ready
      done={t(`${kind}.done`)}
      act={() =>
        kind === "release" ? call("declaration.release", request) : call("declaration.close", request)
      }
      close={close}
    >
      <p>
        <code>{it.number}</code> {t(`${kind}.text`)}
      </p>
    </ActDialog>
  );
};
