import { Button } from "antd";
import { useApp } from "../../app/context.tsx";
import type { Key } from "../../catalogue/catalogue.ts";
import { Icon, type IconName } from "../../shared/icon.tsx";
import { Link } from "../../shared/link.tsx";
import { navigate } from "../../shared/router.ts";
import { useTitle } from "../../shared/use-title.ts";

const POINTS: readonly { readonly icon: IconName; readonly title: Key; readonly text: Key }[] = [
  { icon: "file", title: "stranger.file", text: "stranger.fileText" },
  { icon: "info", title: "stranger.why", text: "stranger.whyText" },
  { icon: "shield", title: "stranger.ledger", text: "stranger.ledgerText" },
];

const STEPS = ["step1", "step2", "step3", "step4"] as const;

/** What OpenFTZ is, in one screen; no figures, because they are nobody's business yet. */
export const StrangerPage = () => {
  const { t, start } = useApp();
  useTitle(t("nav.start"));
  return (
    <div className="stranger">
      <section className="hero">
        <p className="quiet">{start.name}</p>
        <h1>{t("stranger.title")}</h1>
        <p className="lead">{t("stranger.lead")}</p>
        <p className="hero-acts">
          <Button type="primary" size="large" onClick={() => navigate("/sign-in")}>
            {t("session.signIn")}
          </Button>
          <Link href="/duty" className="big-link">
            <Icon name="coin" /> {t("stranger.duty")}
          </Link>
          <Link href="/tariff" className="big-link">
            <Icon name="book" /> {t("stranger.tariff")}
          </Link>
        </p>
      </section>
      <ol className="progress way" aria-label={t("stranger.way")}>
        {STEPS.map((step) => (
          <li key={step} className="done">
            <span className="progress-dot">
              <Icon name="check" size={12} />
            </span>
            <b>{t(`stranger.${step}`)}</b>
            <small>{t(`stranger.${step}Text`)}</small>
          </li>
        ))}
      </ol>
      <div className="points">
        {POINTS.map(({ icon, title, text }) => (
          <section key={title} className="panel">
            <Icon name={icon} size={22} />
            <h2>{t(title)}</h2>
            <p>{t(text)}</p>
          </section>
        ))}
      </div>
    </div>
  );
};
