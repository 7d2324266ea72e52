import { useApp } from "../../app/context.tsx";
import { Link } from "../../shared/link.tsx";
import { searchOf } from "../../shared/router.ts";

/** Leads to the declaration of a list with everything filled in that the list knows. */
export const DraftLink = ({ list }: { list: string }) => {
  const { t } = useApp();
  return <Link href={`/declarations/new${searchOf({ list })}`}>{t("bonded.draft")}</Link>;
};
