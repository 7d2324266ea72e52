import type { BookKind } from "@openftz/customs/account-book/book-kinds.ts";
import { Input, Segmented, Select } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { CommandRequest } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { BOOK_KINDS, mustSeparate } from "../../shared/book-kinds.ts";
import { ChoiceCards } from "../../shared/choice-cards.tsx";
import { Field } from "../../shared/field.tsx";
import { proposedReference } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { navigate } from "../../shared/router.ts";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import { useOfficeName } from "../../shared/use-office-name.ts";
import { usePartyNames } from "../../shared/use-party-names.ts";

type Asked = CommandRequest<"account-book.open">;
/** A union that is made of a list of names folds its type away. */
type Request = Omit<Asked, "kind"> & { readonly kind: BookKind };

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
    kind: "logistics",
    mode: "accumulate",
    validUntil: yearAfter(start.today),
  }));
  const change = (fields: Partial<Request>) => setRequest((now) => ({ ...now, ...fields }));
  const separate = mustSeparate(request.kind);
  const officeName = useOfficeName(request.office);
  const act = async () => {
    const { book } = await call("account-book.open", request as unknown as Asked);
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
        <ChoiceCards
          pointer="/kind"
          legend={t("book.kind")}
          value={request.kind}
          onChange={(kind) => change({ kind, ...(mustSeparate(kind) && { mode: "separate" }) })}
          choices={BOOK_KINDS.map((value) => ({
            value,
            title: t(`bookKind.${value}`),
            text: t(`bookKindText.${value}`),
          }))}
        />
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
        <Field
          pointer="/mode"
          label={t("book.mode")}
          hint={t(separate ? "book.modeSeparate" : "book.modeHint")}
        >
          {({ id }) => (
            <Segmented
              id={id}
              block
              vertical={innerWidth < 640}
              value={request.mode}
              disabled={separate}
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
