import { Input } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { ShownDeclaration } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { Link } from "../../shared/link.tsx";
import { navigate } from "../../shared/router.ts";
import { Answered } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { FilingForm } from "./filing-form.tsx";
import { amendableOf, type Form, formOf } from "./form.ts";

/** Asks for an amendment: the same form with what was filed, and a reason for the officer. */
const AmendPage = ({ parts }: PageProps) => {
  const { t } = useApp();
  const number = parts.number ?? "";
  const asked = useLook("declaration.show", { declaration: number }, { fixed: true });
  useTitle(t("amend.title"));
  return (
    <Answered asked={asked} whole>
      {(declaration) => <Amending declaration={declaration} />}
    </Answered>
  );
};

const Amending = ({ declaration }: { declaration: ShownDeclaration }) => {
  const { t } = useApp();
  const { number, content } = declaration;
  const [reason, setReason] = useState("");
  const [initial] = useState(() => formOf(content));
  const ready = reason.trim().length >= 3;
  const submit = async (form: Form) => {
    await call("declaration.request-amendment", {
      declaration: number,
      content: amendableOf(form),
      reason: reason.trim(),
    });
    navigate(`/declarations/${number}`);
  };
  return (
    <FilingForm
      initial={initial}
      draftKey={`draft.${number}`}
      fixed
      ready={ready}
      submitLabel={t("amend.submit")}
      submit={submit}
      head={
        <div className="page-head">
          <h1>
            {t("amend.title")}{" "}
            <Link href={`/declarations/${number}`}>
              <code>{number}</code>
            </Link>
          </h1>
          <p className="quiet">{t("amend.help")}</p>
        </div>
      }
      foot={
        <section className="panel part">
          <div className={`field ${ready ? "" : "wanted"}`}>
            <label htmlFor="reason">{t("amend.reason")}</label>
            <Input.TextArea
              id="reason"
              rows={3}
              value={reason}
              maxLength={1000}
              onChange={(event) => setReason(event.target.value)}
            />
            <small className="quiet">{t("hint.reason")}</small>
          </div>
        </section>
      }
    />
  );
};

export default AmendPage;
