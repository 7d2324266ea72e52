import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { holdsOn } from "../define/dated.ts";
import { closed, Day } from "../define/fields.ts";
import { problem } from "../define/problem.ts";
import { may, type Records } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { CODE_KINDS, type CodeHolding, type CodeKind, codeId, ZoneCodeRecord } from "./codes.ts";
import { CodeField, CodeKindField } from "./entries.ts";
import { nameOn, typeOn, ZoneRecord } from "./zone.ts";

const ALL_KINDS = Object.keys(CODE_KINDS) as readonly CodeKind[];

const kindsOf = (kind: CodeKind | undefined): readonly CodeKind[] => (kind ? [kind] : ALL_KINDS);

type Found = CodeHolding & { readonly kind: CodeKind };

const holdingsOf = (records: Records, kinds: readonly CodeKind[], code: string): readonly Found[] =>
  kinds.flatMap((kind) =>
    (records.find(ZoneCodeRecord, codeId(kind, code))?.holdings ?? []).map((held) => ({ ...held, kind })),
  );

/** Which zone a code meant on a day; and of zones that had it on other days, what their codes were on this day. */
export const findByCode = lookup({
  name: "zone.find-by-code",
  title: { en: "The zone of a code", zh: "按代码查询区域" },
  by: "signed-in",
  request: Type.Object(
    { code: CodeField, kind: Type.Optional(CodeKindField), day: Type.Optional(Day) },
    closed,
  ),
  needs: ({ code, kind }, records) => [
    ...kindsOf(kind).map((each) => may(ZoneCodeRecord, codeId(each, code))),
    ...holdingsOf(records, kindsOf(kind), code).map(({ zone }) => may(ZoneRecord, zone)),
  ],
  answer: (request, { records, now }) => {
    const faults = invalidDays(request, ["day"]);
    if (faults.length > 0)
      return { problem: problem("invalid-request", "The day does not exist.", "Correct it.", faults) };
    const day = parsePlainDate(request.day ?? now.day)!;
    const held = holdingsOf(records, kindsOf(request.kind), request.code);
    const told = ({ zone: id, kind, from, until }: Found) => {
      const zone = records.find(ZoneRecord, id)!;
      return { zone: id, name: nameOn(zone, day), type: typeOn(zone, day) ?? null, kind, from, until };
    };
    return {
      code: request.code,
      day,
      zones: held.filter((each) => holdsOn(each, day)).map(told),
      onOtherDays: held
        .filter((each) => !holdsOn(each, day))
        .map((each) => ({
          ...told(each),
          codesOfTheDay: records
            .find(ZoneRecord, each.zone)!
            .codes.filter(({ kind, ...span }) => kind === each.kind && holdsOn(span, day))
            .map(({ code }) => code),
        })),
    };
  },
});
