import { signOut } from "../api/client.ts";
import { forgetAnswers } from "../api/use-ask.ts";
import { Icon } from "../shared/icon.tsx";
import { Link } from "../shared/link.tsx";
import { navigate } from "../shared/router.ts";
import { useApp } from "./context.tsx";

/** Who is signed in and as what; for a stranger the way in. */
export const WhoIsIt = () => {
  const { t, word, session, setSession } = useApp();
  if (!session)
    return (
      <Link href="/sign-in" className="sign-in-link">
        {t("session.signIn")}
      </Link>
    );
  const roles = [...new Set(session.grants.map(({ role }) => role))];
  const leave = async () => {
    await signOut().catch(() => undefined); // away or not: this browser forgets
    forgetAnswers();
    setSession(undefined);
    navigate("/");
  };
  return (
    <div className="who">
      <span>
        <b>{session.name}</b>
        <small>{roles.map((role) => word("role", role)).join(" · ")}</small>
      </span>
      <button
        type="button"
        className="icon-button"
        onClick={leave}
        aria-label={t("session.signOut")}
        title={t("session.signOut")}
      >
        <Icon name="out" />
      </button>
    </div>
  );
};
