import { Input, Segmented, Select } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { CommandRequest } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { Field } from "../../shared/field.tsx";
import { proposedReference } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { navigate } from "../../shared/router.ts";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import { useOfficeName } from "../../shared/use-office-name.ts";
import { usePartyNames } from "../../shared/use-party-names.ts";

type Request = CommandRequest<"account-book.open">;

const YEAR_MS = 365 * 86_400_000;
const MODES = ["accumulate", "separate"] as const;

const yearAfter = (day: string): string => new Date(Date.parse(day) + YEAR_MS).toISOString().slice(0, 10);

/** Asks for a book; the zone brings its customs office along. */
export const AskDialog = ({ close }: { close: () => void }) => {
  const { t, word, language, start, session } = useApp();
  const nameOf = usePartyNames();
  const zones = useList("zone.list", {}, { limit: 500 });
  const { marks, note } = useFaultMarks();
  const own = (session?.grants ?? [])
    .filter(({ role, place }) => role === "declarant" && place.startsWith("party/"))
    .map(({ place }) => place.slice("party/".length));
  const [request, setRequest] = useState<Request>(() => ({
    reference: proposedReference(start.today),
    zone: "",
    office: "",
    party: own[0] ?? "",
    mode: "accumulate",
    validUntil: yearAfter(start.today),
  }));
  const change = (fields: Partial<Request>) => setRequest((now) => ({ ...now, ...fields }));
  const officeName = useOfficeName(request.office);
  const act = async () => {
    const { book } = await call("account-book.open", request);
    navigate(`/books/${book}`);
  };
  const choose = (zone: string) =>
    change({ zone, office: zones.answer?.find((row) => row.zone === zone)?.office ?? request.office });
  return (
    <ActDialog
      title={t("book.askTitle")}
      button={t("book.ask")}
      ready={Object.values(request).every((value) => value !== "")}
      done={t("book.asked")}
      act={act}
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p className="quiet">{t("book.askText")}</p>
        <Field pointer="/party" label={t("book.party")} hint={t("book.partyHint")}>
          {(input) => (
            <Select
              {...input}
              value={request.party || null}
              onChange={(party) => change({ party: party ?? "" })}
              options={own.map((party) => ({ value: party, label: `${nameOf(party)} · ${party}` }))}
            />
          )}
        </Field>
        <Field pointer="/zone" label={t("book.zone")}>
          {(input) => (
            <Select
              {...input}
              showSearch={{ optionFilterProp: "label" }}
              value={request.zone || null}
              onChange={choose}
              options={(zones.answer ?? []).map((row) => ({
                value: row.zone,
                label: language === "zh" ? row.nameZh : row.nameEn,
              }))}
            />
          )}
        </Field>
        <Field pointer="/office" label={t("field.office")} hint={officeName || t("hint.office")}>
          {(input) => (
            <Input
              {...input}
              value={request.office}
              maxLength={4}
              onChange={(event) => change({ office: event.target.value.trim() })}
            />
          )}
        </Field>
        <Field pointer="/mode" label={t("book.mode")} hint={t("book.modeHint")}>
          {({ id }) => (
            <Segmented
              id={id}
              block
              vertical={innerWidth < 640}
              value={request.mode}
              aria-label={t("book.mode")}
              onChange={(mode) => change({ mode })}
              options={MODES.map((mode) => ({ value: mode, label: word("bookMode", mode) }))}
            />
          )}
        </Field>
        <Field pointer="/validUntil" label={t("book.validUntil")}>
          {(input) => (
            <Input
              {...input}
              type="date"
              value={request.validUntil}
              onChange={(event) => change({ validUntil: event.target.value })}
            />
          )}
        </Field>
        <Field pointer="/reference" label={t("book.reference")} hint={t("hint.reference")}>
          {(input) => (
            <Input
              {...input}
              value={request.reference}
              onChange={(event) => change({ reference: event.target.value.trim() })}
            />
          )}
        </Field>
      </MarksContext>
    </ActDialog>
  );
};
