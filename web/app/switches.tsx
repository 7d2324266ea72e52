import { Icon } from "../shared/icon.tsx";
import { useApp } from "./context.tsx";

/** Language and theme; the language's own name is written in that language, always. */
export const Switches = () => {
  const { t, language, setLanguage, dark, setDark } = useApp();
  return (
    <div className="switches">
      <fieldset className="language-switch">
        <legend className="only-read">{t("language.label")}</legend>
        <button type="button" lang="zh-CN" aria-pressed={language === "zh"} onClick={() => setLanguage("zh")}>
          {t("language.zh")}
        </button>
        <button type="button" lang="en" aria-pressed={language === "en"} onClick={() => setLanguage("en")}>
          {t("language.en")}
        </button>
      </fieldset>
      <button
        type="button"
        className="icon-button"
        onClick={() => setDark(!dark)}
        aria-label={t(dark ? "theme.light" : "theme.dark")}
        title={t(dark ? "theme.light" : "theme.dark")}
      >
        <Icon name={dark ? "sun" : "moon"} />
      </button>
    </div>
  );
};
