import { Input, Segmented } from "antd";
import { useMemo, useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { Field } from "../../shared/field.tsx";
import { groupDigits } from "../../shared/format.ts";
import { proposedReference } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { plainNumber } from "../../shared/paste.ts";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import {
  emptyVehicle,
  isVehicleReady,
  massOf,
  passRequest,
  type Rest,
  restOf,
  takenOf,
} from "../passes/pass-form.ts";
import { VehicleFields } from "../passes/vehicle-fields.tsx";
import { directionOf, type List } from "./acts.ts";
import { useBookLines } from "./use-book-lines.ts";

/** Asks for a pass for a list: all that is on no pass, or a part; the mass follows until it is written over. */
export const PassDialog = ({ list, close }: { list: List; close: () => void }) => {
  const { t, start } = useApp();
  const { marks, note } = useFaultMarks();
  const rests = useMemo(() => restOf(list.lines), [list.lines]);
  const [reference] = useState(() => proposedReference(start.today));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [part, setPart] = useState(false);
  const [vehicle, setVehicle] = useState(() => emptyVehicle(massOf(list.lines, takenOf(rests, {}))));
  const direction = directionOf(list);
  const taken = takenOf(rests, part ? typed : {});
  const take = (more: Readonly<Record<number, string>>, isPart: boolean) => {
    const [before, after] = [taken, takenOf(rests, isPart ? more : {})].map((each) =>
      massOf(list.lines, each),
    );
    setTyped(more);
    setPart(isPart);
    setVehicle((now) => (now.grossMassKg === before ? { ...now, grossMassKg: after! } : now));
  };
  return (
    <ActDialog
      title={t("pass.requestTitle")}
      button={t("pass.request")}
      ready={isVehicleReady(vehicle) && taken.length > 0}
      done={t("pass.requested")}
      act={() =>
        call(
          "gate-pass.request",
          passRequest(
            {
              ...{ reference, book: list.book, kind: "papers", direction },
              lists: [{ list: list.number, ...(part && { lines: taken }) }],
            },
            vehicle,
          ),
        )
      }
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p className="quiet">{t(`pass.requestText.${direction}`)}</p>
        <Field pointer="/lists/0/list" label={t("pass.takes")}>
          {({ id }) => (
            <Segmented
              id={id}
              value={part ? "part" : "rest"}
              aria-label={t("pass.takes")}
              onChange={(which) => take(typed, which === "part")}
              options={[
                { value: "rest", label: t("pass.takes.rest") },
                { value: "part", label: t("pass.takes.part") },
              ]}
            />
          )}
        </Field>
        {part && <PartFields list={list} rests={rests} typed={typed} taken={taken} take={take} />}
        <VehicleFields value={vehicle} change={(fields) => setVehicle((now) => ({ ...now, ...fields }))} />
      </MarksContext>
    </ActDialog>
  );
};

const PartFields = (props: {
  list: List;
  rests: readonly Rest[];
  typed: Readonly<Record<number, string>>;
  taken: ReturnType<typeof takenOf>;
  take: (typed: Readonly<Record<number, string>>, part: boolean) => void;
}) => {
  const { list, rests, typed, taken, take } = props;
  const { t, word } = useApp();
  const lineOf = useBookLines(list.book);
  return (
    <div className="fields">
      {rests.map(({ index, line, rest }) => {
        const known = lineOf(line);
        const sent = taken.findIndex((each) => each.index === index);
        return (
          <Field
            key={index}
            pointer={sent < 0 ? `/not-taken/${index}` : `/lists/0/lines/${sent}/declared`}
            label={t("pass.lineTakes", {
              part: known?.part ?? line,
              unit: known ? word("unit", known.unit) : "",
              rest: groupDigits(rest),
            })}
          >
            {(input) => (
              <Input
                {...input}
                className="number-input"
                inputMode="decimal"
                value={typed[index] ?? rest}
                onChange={(event) => take({ ...typed, [index]: plainNumber(event.target.value) }, true)}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
};
