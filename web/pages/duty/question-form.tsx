import { Input, Segmented, Select } from "antd";
import { useApp } from "../../app/context.tsx";
import { groupDigits, halfOf, rateText } from "../../shared/format.ts";
import { useCodes } from "../../shared/use-codes.ts";
import { CommodityField } from "./commodity-field.tsx";
import { DutyField } from "./duty-field.tsx";
import { useDutyWords } from "./duty-words.ts";
import { MoreFields } from "./more-fields.tsx";
import { NumberInput } from "./number-input.tsx";
import type { Question } from "./question.ts";
import type { DutyAnswer } from "./use-duty.ts";

export type FormProps = {
  readonly question: Question;
  readonly change: (fields: Partial<Question>) => void;
  readonly answer: DutyAnswer | undefined;
  readonly faults: ReadonlyMap<string, readonly string[]>;
  /** The units that quantities are asked in. */
  readonly units: readonly string[];
};

const SEARCH = { optionFilterProp: "label" } as const;

/** The question: what goods, from where, worth what, how much, when. */
export const QuestionForm = (props: FormProps) => {
  const { t, word, language } = useApp();
  const { question, change, answer, faults, units } = props;
  const { codes, countryName } = useCodes();
  const line = answer?.line ?? null;
  const isImport = question.direction === "import";
  return (
    <form
      className="panel duty-form"
      aria-label={t("duty.question")}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2>{t("duty.question")}</h2>
      <div className="fields">
        <DutyField
          wide
          pointer="/commodity"
          label={t("duty.goods")}
          faults={faults}
          hint={line ? halfOf(line.description, language) : t("duty.goodsHint")}
        >
          {(input) => (
            <CommodityField
              {...input}
              value={question.commodity}
              day={question.date}
              autoFocus={question.commodity === ""}
              onChange={(commodity) => change({ commodity })}
            />
          )}
        </DutyField>
        <DutyField pointer="/direction" label={t("field.direction")} faults={faults}>
          {({ id }) => (
            <Segmented
              block
              id={id}
              value={question.direction}
              aria-label={t("field.direction")}
              onChange={(direction) => change({ direction })}
              options={[
                { value: "import" as const, label: t("direction.import") },
                { value: "export" as const, label: t("direction.export") },
              ]}
            />
          )}
        </DutyField>
        <DutyField pointer="/date" label={t("duty.date")} faults={faults}>
          {({ status, ...input }) => (
            <Input
              {...input}
              status={status}
              type="date"
              value={question.date}
              onChange={(event) => change({ date: event.target.value })}
            />
          )}
        </DutyField>
        {isImport && (
          <DutyField
            wide
            pointer="/origin"
            label={t("duty.origin")}
            faults={faults}
            hint={originHint(question, t)}
          >
            {(input) => (
              <Select
                {...input}
                showSearch={SEARCH}
                allowClear
                value={question.origin || undefined}
                placeholder={t("duty.noOrigin")}
                onChange={(origin?: string) => change({ origin: origin ?? "", claim: "" })}
                options={
                  codes?.countries.map((code) => ({ value: code, label: `${code} ${countryName(code)}` })) ??
                  []
                }
              />
            )}
          </DutyField>
        )}
        <DutyField
          pointer="/customsValue/amount"
          label={t(isImport ? "duty.valueCif" : "duty.valueFob")}
          faults={faults}
        >
          {(input) => (
            <NumberInput
              {...input}
              placeholder={t("duty.valueExample")}
              value={groupDigits(question.value)}
              change={(value) => change({ value })}
            />
          )}
        </DutyField>
        <DutyField
          pointer="/customsValue/currency"
          label={t("grid.currency")}
          faults={faults}
          hint={<RateHint answer={answer} currency={question.currency} />}
        >
          {(input) => (
            <Select
              {...input}
              showSearch={SEARCH}
              value={question.currency}
              onChange={(currency: string) => change({ currency })}
              options={currencyOptions(codes?.currencies ?? ["CNY"], language)}
            />
          )}
        </DutyField>
        {units.map((unit) => (
          <DutyField
            key={unit}
            pointer={`/quantities/${unit}`}
            label={t("duty.quantityIn", { unit: word("unit", unit) })}
            faults={faults}
          >
            {(input) => (
              <NumberInput
                {...input}
                suffix={word("unit", unit)}
                value={groupDigits(question.quantities[unit] ?? "")}
                change={(quantity) => change({ quantities: { ...question.quantities, [unit]: quantity } })}
              />
            )}
          </DutyField>
        ))}
        {isImport && <ClaimField {...props} />}
      </div>
      <MoreFields {...props} />
    </form>
  );
};

const originHint = ({ origin }: Question, t: ReturnType<typeof useApp>["t"]): string =>
  origin === "" ? t("duty.originHint") : "";

/** The currencies that trade is mostly in come first. */
const FIRST = ["CNY", "USD", "EUR", "JPY", "HKD", "GBP", "KRW"];

const currencyOptions = (codes: readonly string[], language: "en" | "zh") => {
  const names = new Intl.DisplayNames(language === "zh" ? "zh-CN" : "en", { type: "currency" });
  const ordered = [
    ...FIRST.filter((code) => codes.includes(code)),
    ...codes.filter((code) => !FIRST.includes(code)),
  ];
  return ordered.map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ""}` }));
};

const RateHint = ({ answer, currency }: { answer: DutyAnswer | undefined; currency: string }) => {
  const { t } = useApp();
  const used = answer?.exchange.find((each) => each.currency === currency);
  return used ? t(used.own ? "duty.ownRate" : "duty.rateUsed", { currency, rate: used.rate }) : null;
};

/** A preference is claimed, never guessed: the claims that this origin allows, and a word on what each would save. */
const ClaimField = ({ question, change, answer, faults }: FormProps) => {
  const { t } = useApp();
  const { columnName } = useDutyWords();
  const open = answer?.columns.filter(({ claim }) => claim !== null) ?? [];
  const options = open.map(({ claim, basis, expression }) => ({
    value: claim!,
    label: `${claim} ${rateText(expression)} ${columnName(basis)}`,
  }));
  if (question.claim !== "" && !options.some(({ value }) => value === question.claim))
    options.push({ value: question.claim, label: question.claim });
  if (options.length === 0) return null;
  return (
    <DutyField wide pointer="/claim" label={t("duty.claim")} faults={faults} hint={t("duty.claimHint")}>
      {(input) => (
        <Select
          {...input}
          value={question.claim}
          onChange={(claim: string) => change({ claim })}
          options={[{ value: "", label: t("grid.noClaim") }, ...options]}
        />
      )}
    </DutyField>
  );
};
