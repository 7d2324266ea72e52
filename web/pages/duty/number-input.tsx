import { Input } from "antd";
import { plainNumber } from "../../shared/paste.ts";
import type { InputProps } from "./duty-field.tsx";

type Props = InputProps & {
  readonly value: string;
  readonly change: (plain: string) => void;
  readonly placeholder?: string;
  readonly suffix?: string;
};

/** An input for a decimal: however it is typed or pasted, what it changes to has no grouping. */
export const NumberInput = ({ change, ...input }: Props) => (
  <Input
    {...input}
    className="number-input"
    inputMode="decimal"
    onChange={(event) => change(plainNumber(event.target.value))}
  />
);
