/** The question of the duty page: texts as they are typed, the address that holds them, and the request they make. */
import type { LookRequest } from "../../api/types.ts";

export type DutyRequest = LookRequest<"duty.assess">;
type Texts = Readonly<Record<string, string>>;

export type Question = {
  readonly commodity: string;
  readonly direction: "import" | "export";
  readonly origin: string;
  readonly value: string;
  readonly currency: string;
  /** By unit. */
  readonly quantities: Texts;
  readonly date: string;
  readonly claim: string;
  readonly exporter: string;
  readonly quota: "out" | "in";
  readonly proof: "yes" | "no";
  readonly treatment: "mfn" | "general";
  readonly vat: string;
  readonly consumptionTax: string;
  /** CNY for one unit, by currency: in place of the installation's. */
  readonly exchange: Texts;
};

/** Fields that are one text each, with what they are when nobody says anything. */
const PLAIN = {
  commodity: "",
  direction: "import",
  origin: "",
  value: "",
  currency: "CNY",
  claim: "",
  exporter: "",
  quota: "out",
  proof: "yes",
  treatment: "mfn",
  vat: "",
  consumptionTax: "",
} as const;
const WORDS: Readonly<Record<string, readonly string[]>> = {
  direction: ["import", "export"],
  quota: ["out", "in"],
  proof: ["yes", "no"],
  treatment: ["mfn", "general"],
};

/** Parameters such as "quantity.kg=25000". */
const GROUPS = { quantity: "quantities", exchange: "exchange" } as const;

/** The question that an address holds; a word that nobody knows is as good as none. */
export const questionIn = (search: string, today: string): Question => {
  const given = new URLSearchParams(search);
  const plain = Object.entries(PLAIN).map(([name, otherwise]) => {
    const text = given.get(name) ?? otherwise;
    return [name, WORDS[name]?.includes(text) === false ? otherwise : text];
  });
  const grouped = Object.entries(GROUPS).map(([prefix, name]) => [
    name,
    Object.fromEntries(
      [...given].flatMap(([key, text]) =>
        key.startsWith(`${prefix}.`) && key.length > prefix.length + 1
          ? [[key.slice(prefix.length + 1), text]]
          : [],
      ),
    ),
  ]);
  return { ...Object.fromEntries([...plain, ...grouped]), date: given.get("date") ?? today } as Question;
};

/** The address of a question, without "?". The day is always in it, so that a link says the same tomorrow. */
export const searchOfQuestion = (question: Question): string => {
  const search = new URLSearchParams();
  for (const [name, otherwise] of Object.entries(PLAIN)) {
    const text = question[name as keyof typeof PLAIN];
    if (text !== otherwise) search.set(name, text);
  }
  for (const [prefix, name] of Object.entries(GROUPS))
    for (const [key, text] of Object.entries(question[name]))
      if (text !== "") search.set(`${prefix}.${key}`, text);
  if (search.size > 0 && question.date !== "") search.set("date", question.date);
  return search.toString();
};

const filled = (texts: Texts): Texts | undefined => {
  const pairs = Object.entries(texts).filter(([, text]) => text !== "");
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
};

/** Leaves out what has no value. */
const present = <Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""),
  ) as never;

/** The request, once there is a code to ask about; null while words are being typed. */
export const requestOfQuestion = (question: Question): DutyRequest | null => {
  const { commodity, direction, value, currency, claim, quantities, exchange, proof, vat, consumptionTax } =
    question;
  if (!/^\d{2,13}$/.test(commodity)) return null;
  const isImport = direction === "import";
  return {
    commodity,
    ...present({
      direction,
      date: question.date,
      origin: question.origin,
      claim: isImport && claim !== "" ? { agreement: claim } : undefined,
      customsValue: value === "" ? undefined : { amount: value, currency },
      quantities: filled(quantities),
      quota: isImport && question.quota === "in" ? ("in" as const) : undefined,
      exporter: question.exporter.trim(),
      originProof: proof === "no" ? false : undefined,
      treatment: question.treatment === "general" ? ("general" as const) : undefined,
      rates: filled({ vat, consumptionTax }),
      exchangeRates: filled(exchange),
    }),
  };
};
