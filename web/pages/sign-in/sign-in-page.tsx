import type { Problem } from "@openftz/customs/define/problem.ts";
import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { Refused, signIn } from "../../api/client.ts";
import { forgetAnswers } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { ProblemBanner } from "../../shared/problem-banner.tsx";
import { navigate, useAddress } from "../../shared/router.ts";
import { useTitle } from "../../shared/use-title.ts";

/** Whoever tries this out begins by filing, then by deciding. */
const ORDER: readonly string[] = ["declarant", "officer", "administrator", "tariff-keeper", "importer"];

/** Signing in; in a sample installation one click is enough. Afterwards we go on where we wanted to be. */
const SignInPage = (_: PageProps) => {
  const { t, word, start, setSession } = useApp();
  const { path, search } = useAddress();
  const [account, setAccount] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  useTitle(t("session.signIn"));
  const enter = async (who: string, secret: string) => {
    setBusy(who);
    setProblem(undefined);
    try {
      const session = await signIn(who, secret);
      forgetAnswers();
      setSession(session);
      if (path === "/sign-in") navigate(new URLSearchParams(search).get("then") ?? "/", { replace: true });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(error.problem);
      setBusy(undefined);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter(account.trim(), password);
  };
  const samples = [...(start.sampleAccounts ?? [])].sort(
    (a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role),
  );
  return (
    <div className="sign-in">
      <form onSubmit={submit} className="panel">
        <h1>{t("signIn.title")}</h1>
        <p className="quiet">{t("signIn.district", { name: start.name })}</p>
        <ProblemBanner problem={problem} />
        <div className="field">
          <label htmlFor="account">{t("signIn.account")}</label>
          <Input
            id="account"
            size="large"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
            autoComplete="username"
            required
          />
        </div>
        <div className="field">
          <label htmlFor="password">{t("signIn.password")}</label>
          <Input.Password
            id="password"
            size="large"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            required
          />
        </div>
        <Button type="primary" size="large" htmlType="submit" block loading={busy === account && busy !== ""}>
          {t("session.signIn")}
        </Button>
      </form>
      {samples.length > 0 && (
        <section className="panel samples" aria-labelledby="samples">
          <h2 id="samples">{t("signIn.samples")}</h2>
          <p className="quiet">{t("signIn.samplesText")}</p>
          {samples.map((sample) => (
            <button
              key={sample.account}
              type="button"
              className="sample"
              disabled={busy !== undefined}
              onClick={() => enter(sample.account, sample.password)}
            >
              <b>{word("role", sample.role)}</b>
              <span>{sample.name}</span>
              <code>{sample.account}</code>
            </button>
          ))}
        </section>
      )}
    </div>
  );
};

export default SignInPage;
