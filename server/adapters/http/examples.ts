/** An example for each schema of a request, for the API's pages; a test checks that every one of them is accepted. */
import type { TSchema } from "typebox";

type Described = {
  readonly type?: string;
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly Described[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly items?: Described;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
};

/** By name of the field: what reads well where the schema alone would not tell. */
const BY_NAME: Readonly<Record<string, string>> = {
  account: "broker-1",
  capability: "ledger-required",
  approval: "State Council approval of 2013",
  code: "8471301000",
  commodity: "8471301000",
  declarant: "91310000MA1K35XW8Q",
  declaration: "221820261000000042",
  description: "portable computers, 14 inch",
  direction: "import",
  edition: "0".repeat(64),
  file: "0".repeat(64),
  guarantee: "GB-2026-0001",
  guarantor: "Bank of Communications",
  kind: "Y",
  number: "E2026-000123",
  party: "91310000MA1K35XW8Q",
  place: "office/2218",
  procedure: "0110",
  proposal: "P1024",
  rate: "7.1024",
  reason: "as the importer asked",
  reference: "2026-0042",
  text: "8471",
  trader: "91310000MA1K35XW8Q",
  transportMode: "2",
};

const fits = (text: string, { pattern }: Described): boolean =>
  pattern === undefined || new RegExp(pattern).test(text);

/** "For example 2218." and "for example CNY, USD": the first word after it. */
const fromDescription = ({ description }: Described): string | undefined =>
  /for example "?([^\s",]+?)"?[.,:]?(\s|$)/i.exec(description ?? "")?.[1];

const ANY_TEXT = ["Example", "1000.00", "1000", "10", "91310000MA1K35XW8Q:3101980042", "CNY", "CN", "A"];

const textFor = (schema: Described, name: string): string => {
  if (schema.format === "date") return "2026-01-31";
  const candidates = [BY_NAME[name], fromDescription(schema), ...ANY_TEXT];
  return candidates.find((text) => text !== undefined && fits(text, schema)) ?? "example";
};

/** Objects name what is needed, and nothing else. */
const objectFor = ({ properties = {}, required = [] }: Described): object =>
  Object.fromEntries(required.map((name) => [name, exampleIn(properties[name] ?? {}, name)]));

const exampleIn = (schema: Described, name: string): unknown => {
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if ("const" in schema) return schema.const;
  if (schema.anyOf?.[0]) return exampleIn(schema.anyOf[0], name);
  if (schema.type === "object") return objectFor(schema);
  if (schema.type === "array") return (schema.minItems ?? 0) > 0 ? [exampleIn(schema.items ?? {}, name)] : [];
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  return schema.type === "boolean" ? true : textFor(schema, name);
};

/** An example of a request. */
export const exampleOf = (schema: TSchema): unknown => exampleIn(schema as Described, "");
