/** The papers that goods of a line need: asked for by a measure of the law, or printed with the line in its source. */
import type { Decision } from "@openftz/kernel/decide.ts";
import type { MeasureTexts } from "@openftz/kernel/explain.ts";
import type { Bilingual } from "@openftz/kernel/measure.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { goodsFacts } from "../declaration/decide-goods.ts";
import type { TariffLine } from "../duty/tariff-line.ts";
import type { CustomsLaw } from "../law/law.ts";

/** A paper by the code of the supervision document, with the measures that ask for it; none where only the source names it. */
export type LinePaper = {
  readonly kind: string;
  readonly name: Bilingual | null;
  readonly measures: readonly (MeasureTexts & { readonly measure: string })[];
};

type Asked = {
  readonly day: PlainDate;
  readonly direction: "import" | "export";
  readonly commodity: string;
  readonly origin: string | undefined;
  readonly quota: "in" | "out";
};

/** General trade by a registered trader outside of every zone: what a person means who asks without saying more. */
const PLAIN_TRADE = "0110";

/** All papers, each once, in the order of their codes. */
export const papersFor = (
  law: CustomsLaw,
  asked: Asked,
  line: TariffLine | undefined,
): readonly LinePaper[] => {
  const { day, direction, commodity, origin, quota } = asked;
  const trader = { credit: "registered" } as const;
  const facts = goodsFacts(
    {
      declaration: {
        day,
        direction,
        procedure: PLAIN_TRADE,
        office: "",
        transportMode: "",
        goodsItems: 1,
        imported: false,
      },
      trader,
      declarant: trader,
      zone: { id: "", type: "none" },
    },
    { commodity, quota, ...(origin !== undefined && { origin }) },
  );
  const papers = new Map<string, LinePaper>();
  const add = (kind: string, measure: string | undefined): void => {
    const known = papers.get(kind) ?? { kind, name: law.documentKinds.get(kind)?.name ?? null, measures: [] };
    const texts = measure === undefined ? undefined : law.textsOf(measure);
    const more = texts && measure !== undefined ? [{ measure, ...quoted(texts) }] : [];
    papers.set(kind, { ...known, measures: [...known.measures, ...more] });
  };
  for (const { value, by } of documentsIn(law.decideGoods(facts))) add(value as string, by.measure);
  for (const kind of licenceCodes(line?.note)) add(kind, undefined);
  return [...papers.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
};

const quoted = ({ title, sentence, citation }: MeasureTexts): MeasureTexts => ({ title, sentence, citation });

const documentsIn = (decisions: readonly Decision[]) => {
  const outcome = decisions.find(({ question }) => question === "documents")?.outcome;
  return outcome?.kind === "gathered" ? outcome.values : [];
};

/** The codes that a schedule prints beside its line; its importer writes them into the note ("…; licences 7AB"). */
export const licenceCodes = (note: string | undefined): readonly string[] => [
  ...new Set(/(?:^|; )licences ([0-9A-Za-z]+)$/.exec(note ?? "")?.[1] ?? ""),
];
