import { App as AntApp } from "antd";
import { useApp } from "../app/context.tsx";
import { Icon } from "./icon.tsx";

/** Copies a number that stands beside it. */
export const CopyButton = ({ text }: { text: string }) => {
  const { t } = useApp();
  const { message } = AntApp.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    message.success(t("copied"));
  };
  const label = t("copy.number");
  return (
    <button type="button" className="icon-button" onClick={copy} aria-label={label} title={label}>
      <Icon name="copy" />
    </button>
  );
};
