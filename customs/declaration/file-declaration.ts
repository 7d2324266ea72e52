import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { accept, type Context, type Outcome, refuse, type Written } from "../define/command.ts";
import { keyOf } from "../define/record.ts";
import { GuaranteeRecord } from "../guarantee/guarantee.ts";
import { command } from "../law/command.ts";
import type { CustomsLaw } from "../law/law.ts";
import { PartyRecord } from "../party/party.ts";
import { FileDeclaration, type FiledContent, ImportDeclaration } from "./content.ts";
import { type AdditionalDuty, type Charged, DeclarationRecord, type Filed } from "./declaration.ts";
import { drawFor, examine } from "./examine.ts";
import { contentNeeds } from "./inputs.ts";

/** What the declarant is told: number, state, lane, what is owed and until when, and what it waits for. */
export type FiledAnswer = {
  readonly position: number;
  readonly declaration: string;
  readonly state: string;
  readonly lane: string | null;
  readonly holds: Filed["examination"]["holds"];
  readonly taxes: Filed["examination"]["taxes"];
  readonly due: string | null;
  readonly items: readonly {
    readonly duty: (Charged & { readonly basis: string }) | null;
    readonly consumptionTax: Charged | null;
    readonly vat: Charged | null;
    readonly additional?: readonly AdditionalDuty[];
    readonly collection: string | null;
  }[];
  readonly reasons: readonly { readonly question: string; readonly measures: readonly string[] }[];
};

const SERIALS = 1_000_000_000;

/** Office, year, 1 or 0, and nine digits from the journal position: unique without a counter to wait for. */
const numberFor = (content: FiledContent, day: PlainDate, ticket: number): string =>
  content.office +
  day.slice(0, 4) +
  (content.direction === "import" ? "1" : "0") +
  String(ticket % SERIALS).padStart(9, "0");

const fileOn = (
  content: FiledContent,
  day: PlainDate,
  imported: boolean,
  context: Context,
  law: CustomsLaw,
): Outcome => {
  const examined = examine(content, {
    records: context.records,
    law,
    day,
    imported,
    draw: drawFor(context),
    givenDocuments: content.documents.map(({ kind }) => kind),
    reserved: 0n,
  });
  if (examined.kind === "faults")
    return refuse(
      "invalid-request",
      `The declaration has ${examined.faults.length === 1 ? "a mistake" : `${examined.faults.length} mistakes`}.`,
      "Correct what is named and file again under the same reference; nothing was written.",
      examined.faults,
    );
  const { examination, guaranteePosting, lawUsed } = examined;
  const number = numberFor(content, day, context.ticket);
  return accept({
    type: "declaration.filed",
    records: [
      keyOf(DeclarationRecord, number),
      ...(guaranteePosting ? [keyOf(GuaranteeRecord, content.guarantee!)] : []),
    ],
    creates: keyOf(DeclarationRecord, number),
    withRequest: true,
    law: lawUsed,
    body: {
      number,
      state: examination.holds.length === 0 ? "released" : "held",
      imported,
      examination,
      guaranteePosting,
    },
  });
};

const filedAnswer = ([entry]: readonly Written[]): FiledAnswer => {
  const { number, state, examination } = entry!.body as Filed;
  return {
    position: entry!.position,
    declaration: number,
    state,
    lane: examination.lane,
    holds: examination.holds,
    taxes: examination.taxes,
    due: examination.due,
    items: examination.items.map(({ duty, additional, consumptionTax, vat, collection }) => ({
      duty,
      ...(additional && { additional }),
      consumptionTax,
      vat,
      collection,
    })),
    reasons: examination.decisions.declaration.map(({ question, outcome }) => ({
      question,
      measures:
        outcome.kind === "answered"
          ? [outcome.by.measure]
          : outcome.kind === "conflict"
            ? outcome.between.map(({ measure }) => measure)
            : [],
    })),
  };
};

/**
 * A declarant files a declaration. Accepted, it gets its number and its first decision in the same breath.
 * Customs Law, articles 24 and 25; the amounts are assessed under the Tariff Law.
 */
export const fileDeclaration = command({
  name: "declaration.file",
  title: { en: "File a declaration", zh: "申报" },
  by: ["declarant"],
  request: FileDeclaration,
  scope: ({ declarant }) => keyOf(PartyRecord, declarant),
  needs: (request, records, { day }) => contentNeeds(request, records, day),
  places: ({ declarant }) => [keyOf(PartyRecord, declarant)],
  decide: (request, context, law) => fileOn(request, context.now.day, false, context, law),
  answer: filedAnswer,
});

/**
 * Takes over a declaration from another system's extract, under the law of the day it had there; the entry says so,
 * and no late declaration fee is charged.
 */
export const importDeclaration = command({
  name: "declaration.import",
  title: { en: "Import a declaration from an extract", zh: "导入历史报关单" },
  by: ["importer"],
  request: ImportDeclaration,
  scope: ({ declarant }) => keyOf(PartyRecord, declarant),
  needs: (request, records, { day }) => contentNeeds(request, records, parsePlainDate(request.day) ?? day),
  places: () => [],
  decide: (request, context, law) => {
    const { day: dayText, ...content } = request;
    const day = parsePlainDate(dayText);
    if (!day || day > context.now.day)
      return refuse("invalid-request", "The day of the declaration is not possible.", "Correct it.", [
        { pointer: "/day", detail: `${dayText} does not exist or has not come yet.` },
      ]);
    return fileOn(content, day, true, context, law);
  },
  answer: filedAnswer,
});
