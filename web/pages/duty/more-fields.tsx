import { Input, Segmented } from "antd";
import { useEffect, useState } from "react";
import { useApp } from "../../app/context.tsx";
import { DutyField } from "./duty-field.tsx";
import { NumberInput } from "./number-input.tsx";
import type { FormProps } from "./question-form.tsx";

/** What is seldom asked: quota, proof, exporter, own rates. Open when one of them is filled, or wanted. */
export const MoreFields = ({ question, change, answer, faults }: FormProps) => {
  const { t } = useApp();
  const isImport = question.direction === "import";
  const currencies = foreignCurrencies(question.currency, question.exchange, answer?.exchange);
  const pointers = [
    "/quota",
    "/originProof",
    "/treatment",
    "/exporter",
    "/rates/vat",
    "/rates/consumptionTax",
    ...currencies.map((currency) => `/exchangeRates/${currency}`),
  ];
  const wanted =
    pointers.some((pointer) => faults.has(pointer)) ||
    question.quota === "in" ||
    question.proof === "no" ||
    question.treatment === "general" ||
    [question.exporter, question.vat, question.consumptionTax, ...Object.values(question.exchange)].some(
      Boolean,
    );
  const [open, setOpen] = useState(wanted);
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted]);
  const choice = <Name extends "quota" | "proof" | "treatment">(
    name: Name,
    pointer: string,
    values: readonly [(typeof question)[Name], (typeof question)[Name]],
  ) => (
    <DutyField pointer={pointer} label={t(`duty.${name}`)} faults={faults}>
      {({ id }) => (
        <Segmented
          block
          id={id}
          aria-label={t(`duty.${name}`)}
          value={question[name] as string}
          onChange={(value) => change({ [name]: value })}
          options={values.map((value) => ({
            value: value as string,
            label: t(`duty.${name}.${value}` as "duty.quota.in"),
          }))}
        />
      )}
    </DutyField>
  );
  const rate = (name: "vat" | "consumptionTax") => (
    <DutyField optional pointer={`/rates/${name}`} label={t(`duty.own.${name}`)} faults={faults}>
      {(input) => (
        <Input
          {...input}
          maxLength={200}
          placeholder={answer?.line?.[name] ?? t("duty.notStated")}
          value={question[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </DutyField>
  );
  return (
    <details className="more-fields" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(isImport ? "duty.more" : "duty.moreExport")}</summary>
      <div className="fields">
        {isImport && (
          <>
            {choice("quota", "/quota", ["out", "in"])}
            {choice("proof", "/originProof", ["yes", "no"])}
            {choice("treatment", "/treatment", ["mfn", "general"])}
            <DutyField optional pointer="/exporter" label={t("duty.exporter")} faults={faults}>
              {(input) => (
                <Input
                  {...input}
                  maxLength={200}
                  value={question.exporter}
                  onChange={(event) => change({ exporter: event.target.value })}
                />
              )}
            </DutyField>
            {rate("vat")}
            {rate("consumptionTax")}
          </>
        )}
        {currencies.map((currency) => (
          <DutyField
            key={currency}
            optional
            pointer={`/exchangeRates/${currency}`}
            label={t("duty.exchangeOf", { currency })}
            faults={faults}
          >
            {(input) => (
              <NumberInput
                {...input}
                placeholder={
                  answer?.exchange.find((used) => used.currency === currency && !used.own)?.rate ?? ""
                }
                value={question.exchange[currency] ?? ""}
                change={(rate) => change({ exchange: { ...question.exchange, [currency]: rate } })}
              />
            )}
          </DutyField>
        ))}
      </div>
    </details>
  );
};

/** The currencies whose rate of exchange can be given: of the value, of the line's rates, and those given already. */
export const foreignCurrencies = (
  currency: string,
  given: Readonly<Record<string, string>>,
  used: readonly { readonly currency: string }[] = [],
): readonly string[] => {
  const all = new Set([currency, ...Object.keys(given), ...used.map((each) => each.currency)]);
  all.delete("CNY");
  return [...all].filter((code) => code !== "");
};
