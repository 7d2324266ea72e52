import { AutoComplete } from "antd";
import { useList } from "../api/use-ask.ts";
import { useApp } from "../app/context.tsx";
import { Field } from "./field.tsx";
import { usePartyNames } from "./use-party-names.ts";

/** The code of a party: those that this person may see are offered by name, any other is typed. */
export const PartyInput = (props: {
  pointer: string;
  label: string;
  /** Said where the party's name is not known. */
  hint: string;
  value: string;
  onChange: (party: string) => void;
  disabled?: boolean;
  optional?: boolean;
}) => {
  const { pointer, label, hint, value, onChange, disabled = false, optional = false } = props;
  const { t } = useApp();
  const parties = useList("party.list", {}, { limit: 500 });
  const name = usePartyNames()(value);
  return (
    <Field pointer={pointer} label={label} hint={name === value ? hint : name} optional={optional}>
      {(input) => (
        <AutoComplete
          {...input}
          value={value}
          disabled={disabled}
          options={(parties.answer ?? []).map((row) => ({
            value: row.party,
            label: `${row.name} · ${row.party}`,
          }))}
          onChange={(text: string) => onChange(text.trim().toUpperCase())}
          placeholder={t("hint.partyCode")}
        />
      )}
    </Field>
  );
};
