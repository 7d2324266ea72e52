import type { ReactNode } from "react";
import { useApp } from "../app/context.tsx";
import { Icon } from "./icon.tsx";
import { TONE_ICONS, type Tone } from "./tag.tsx";

/** At the top of a page: where this stands and what is asked of me, or for whom it waits; at its end the acts. */
export const NextBar = (props: { tone: Tone; children: ReactNode; buttons: ReactNode }) => {
  const { tone, children, buttons } = props;
  const { t } = useApp();
  return (
    <section className={`next-act tone-${tone}`} aria-label={t("next.label")}>
      <Icon name={TONE_ICONS[tone]} size={22} />
      <div className="next-words">{children}</div>
      <div className="next-buttons">{buttons}</div>
    </section>
  );
};
