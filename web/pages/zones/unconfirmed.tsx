import { useApp } from "../../app/context.tsx";

/** Stands beside a fact of which no document was read. */
export const Unconfirmed = ({ confirmed }: { confirmed: boolean }) => {
  const { t } = useApp();
  if (confirmed) return null;
  return (
    <small className="unconfirmed" title={t("zone.unconfirmedMeans")}>
      {t("zone.unconfirmed")}
    </small>
  );
};
