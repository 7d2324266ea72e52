import { Modal } from "antd";
import type { Key } from "../catalogue/catalogue.ts";
import { useApp } from "./context.tsx";

const KEYS: readonly (readonly [string, Key])[] = [
  ["/", "help.search"],
  ["j k", "help.rows"],
  ["Enter", "help.enter"],
  ["a", "help.accept"],
  ["r", "help.refuse"],
  ["e", "help.explain"],
  ["n", "help.next"],
  ["f", "help.file"],
  ["t", "help.tariff"],
  ["?", "help.this"],
];

/** Every key in one place. */
export const HelpOverlay = ({ open, close }: { open: boolean; close: () => void }) => {
  const { t } = useApp();
  return (
    <Modal destroyOnHidden open={open} onCancel={close} footer={null} title={t("help.title")} width={460}>
      <dl className="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t("help.note")}</p>
    </Modal>
  );
};
