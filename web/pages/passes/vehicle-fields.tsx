import { Input } from "antd";
import { useApp } from "../../app/context.tsx";
import { Field } from "../../shared/field.tsx";
import { plainNumber } from "../../shared/paste.ts";
import { plateOf, type Vehicle } from "./pass-form.ts";

const MASSES = ["vehicleMassKg", "frameMassKg", "containerMassKg"] as const;

/** The vehicle of a pass: its plate, its container, and what all of it weighs. */
export const VehicleFields = ({
  value,
  change,
}: {
  value: Vehicle;
  change: (fields: Partial<Vehicle>) => void;
}) => {
  const { t } = useApp();
  const mass = (name: "grossMassKg" | (typeof MASSES)[number]) => (
    <Field key={name} pointer={`/${name}`} label={t(`pass.${name}`)} optional={name !== "grossMassKg"}>
      {(input) => (
        <Input
          {...input}
          className="number-input"
          inputMode="decimal"
          autoComplete="off"
          value={value[name]}
          onChange={(event) => change({ [name]: plainNumber(event.target.value) })}
        />
      )}
    </Field>
  );
  return (
    <div className="fields tight">
      <Field pointer="/vehicle" label={t("pass.vehicle")} hint={t("pass.vehicleHint")}>
        {(input) => (
          <Input
            {...input}
            autoFocus
            autoComplete="off"
            maxLength={20}
            value={value.vehicle}
            onChange={(event) => change({ vehicle: plateOf(event.target.value) })}
          />
        )}
      </Field>
      {mass("grossMassKg")}
      {mass("vehicleMassKg")}
      <Field pointer="/container" label={t("pass.container")} hint={t("pass.containerHint")} optional>
        {(input) => (
          <Input
            {...input}
            autoComplete="off"
            maxLength={11}
            value={value.container}
            onChange={(event) => change({ container: event.target.value.trim().toUpperCase() })}
          />
        )}
      </Field>
      {mass("frameMassKg")}
      {mass("containerMassKg")}
    </div>
  );
};
