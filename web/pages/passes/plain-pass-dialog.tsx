import type { PassKind } from "@openftz/customs/gate-pass/gate-pass.ts";
import { Input, Segmented, Select } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { Field } from "../../shared/field.tsx";
import { filled, proposedReference } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import { emptyVehicle, isVehicleReady, passRequest } from "./pass-form.ts";
import { VehicleFields } from "./vehicle-fields.tsx";

type Plain = Exclude<PassKind, "papers">;

const KINDS: readonly Plain[] = ["enter-first", "gate-registered", "empty-vehicle"];
const WAYS = ["in", "out"] as const;

/** Asks for a pass that names no paper: goods that enter first, goods registered at the gate, or an empty vehicle. */
export const PlainPassDialog = ({ book, close }: { book: string; close: () => void }) => {
  const { t, word, start } = useApp();
  const { marks, note } = useFaultMarks();
  const [reference] = useState(() => proposedReference(start.today));
  const [kind, setKind] = useState<Plain>("enter-first");
  const [direction, setDirection] = useState<(typeof WAYS)[number]>("in");
  const [said, setSaid] = useState({ transportDocument: "", description: "" });
  const [vehicle, setVehicle] = useState(() => emptyVehicle(""));
  const way = kind === "enter-first" ? "in" : direction;
  const masses = kind === "empty-vehicle" ? { ...vehicle, grossMassKg: "0" } : vehicle;
  const fields = {
    transportDocument: kind === "enter-first" ? said.transportDocument : "",
    description: kind === "empty-vehicle" ? "" : said.description.trim(),
  };
  const text = (name: keyof typeof said, hint: string) => (
    <Field pointer={`/${name}`} label={t(`pass.${name}`)} hint={hint}>
      {(input) => (
        <Input
          {...input}
          maxLength={name === "description" ? 255 : 35}
          value={said[name]}
          onChange={({ target: { value } }) =>
            setSaid((now) => ({
              ...now,
              [name]: name === "description" ? value : value.trim().toUpperCase(),
            }))
          }
        />
      )}
    </Field>
  );
  return (
    <ActDialog
      title={t("pass.plainTitle")}
      button={t("pass.request")}
      ready={isVehicleReady(masses)}
      done={t("pass.requested")}
      act={() =>
        call(
          "gate-pass.request",
          passRequest({ reference, book, kind, direction: way, ...filled(fields) }, masses),
        )
      }
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <Field pointer="/kind" label={t("pass.kind")} hint={t(`pass.kindText.${kind}`)}>
          {(input) => (
            <Select
              {...input}
              value={kind}
              onChange={setKind}
              options={KINDS.map((value) => ({ value, label: word("passKind", value) }))}
            />
          )}
        </Field>
        {kind !== "enter-first" && (
          <Field pointer="/direction" label={t("pass.direction")}>
            {({ id }) => (
              <Segmented
                id={id}
                value={direction}
                aria-label={t("pass.direction")}
                onChange={setDirection}
                options={WAYS.map((value) => ({ value, label: word("direction", value) }))}
              />
            )}
          </Field>
        )}
        {kind === "enter-first" && text("transportDocument", t("pass.transportDocumentHint"))}
        {kind !== "empty-vehicle" && text("description", t("pass.descriptionHint"))}
        <VehicleFields value={masses} change={(change) => setVehicle((now) => ({ ...now, ...change }))} />
      </MarksContext>
    </ActDialog>
  );
};
