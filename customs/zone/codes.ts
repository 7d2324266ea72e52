/**
 * The codes by which messages name a zone: its district code (国内地区代码, five digits), codes of customs offices and
 * of places (口岸代码, six digits). A paper keeps the code it was made with; what it meant is looked up for its day.
 */
import { addDays, type PlainDate } from "@openftz/kernel/plain-date.ts";
import { type Sourced, type Span, spanWords } from "../define/dated.ts";
import { defineRecord } from "../define/record.ts";

/** What a code is one of. */
export type CodeKind = "district" | "office" | "place";

/** Every kind of code, with its form, and whether no two zones may have one at the same time. */
export const CODE_KINDS: Readonly<
  Record<CodeKind, { readonly form: string; readonly says: string; readonly isOnes: boolean }>
> = {
  district: { form: "^[0-9]{4}[0-9A-Z]$", says: "five characters, for example 31224", isOnes: true },
  office: { form: "^[0-9]{4}$", says: "four digits, for example 2218", isOnes: false },
  place: { form: "^[0-9]{6}$", says: "six digits, for example 310703", isOnes: true },
};

/** The body of the entry that gives a zone a code; `replaces` is the code of the same kind that ends the day before. */
export type CodeSet = Span &
  Sourced & {
    readonly zone: string;
    readonly kind: CodeKind;
    readonly code: string;
    readonly replaces: string | null;
  };

type Coded = Span & Sourced & { readonly kind: CodeKind; readonly code: string };

const endedBefore = <Held extends Span>(held: Held, day: PlainDate): Held => ({
  ...held,
  until: addDays(day, -1),
});

/** True when `set` ends this code: it is the one replaced, and it holds on the new one's first day. */
const isReplaced = (held: Coded, set: CodeSet): boolean =>
  held.kind === set.kind &&
  held.code === set.replaces &&
  held.from < set.from &&
  (held.until === null || held.until >= set.from);

/** A zone's codes after another was set: the same one from the same day is corrected, the one replaced ends. */
export const withCode = (codes: readonly Coded[], set: CodeSet): readonly Coded[] => {
  const { kind, code, from, until, source, confirmed } = set;
  const kept = codes.filter((held) => held.kind !== kind || held.code !== code || held.from !== from);
  return [
    ...kept.map((held) => (isReplaced(held, set) ? endedBefore(held, from) : held)),
    { kind, code, from, until, source, confirmed },
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};

/** True when a code that the zone has can be replaced by one from that day. */
export const canReplace = (codes: readonly Coded[], set: CodeSet): boolean =>
  codes.some((held) => isReplaced(held, set));

/** Who has had a code, and when. */
export type CodeHolding = Span & { readonly zone: string };

/** What the journal says of a code. */
export type HeldCode = { readonly code: string; readonly holdings: readonly CodeHolding[] };

/** The id of a code's record. */
export const codeId = (kind: CodeKind, code: string): string => `${kind}-${code}`;

/** The record of a code: the zones that have had it. An entry that replaces a code belongs to both codes. */
export const ZoneCodeRecord = defineRecord<HeldCode>({
  kind: "zone-code",
  on: {
    "zone.code-set": (held, { body }: { readonly body: CodeSet }) => {
      const { zone, from, until } = body;
      if (held && held.code === body.replaces)
        return {
          ...held,
          holdings: held.holdings.map((each) =>
            each.zone === zone && each.from < from && (each.until === null || each.until >= from)
              ? endedBefore(each, from)
              : each,
          ),
        };
      const kept = (held?.holdings ?? []).filter((each) => each.zone !== zone || each.from !== from);
      return { code: body.code, holdings: [...kept, { zone, from, until }] };
    },
  },
});

/** A holding in words. */
export const holdingWords = ({ zone, ...span }: CodeHolding): string => `${zone} has it ${spanWords(span)}`;
