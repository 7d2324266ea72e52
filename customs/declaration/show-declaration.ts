import { type Explanation, explain } from "@openftz/kernel/explain.ts";
import Type from "typebox";
import { closed, DeclarationNumber } from "../define/fields.ts";
import { must, type Records } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { decisionsFor } from "./decide-goods.ts";
import { type Declaration, DeclarationRecord, newest, STATUS_CODES } from "./declaration.ts";
import { atDeclarantOrTrader, atOffice } from "./places.ts";

/** What can be done next with a declaration, and whose turn it is. */
export type NextStep = { readonly act: string; readonly by: "declarant" | "officer" };

const AskForDeclaration = Type.Object({ declaration: DeclarationNumber }, closed);

const whoMaySee = ({ declaration }: { declaration: string }, records: Records) => [
  ...atDeclarantOrTrader(declaration, records),
  ...atOffice(declaration, records),
];

/** One declaration as it stands: content, bill, holds, story and what comes next. */
export const showDeclaration = lookup({
  name: "declaration.show",
  title: { en: "A declaration", zh: "报关单详情" },
  by: ["declarant", "officer", "administrator"],
  request: AskForDeclaration,
  needs: ({ declaration }) => [must(DeclarationRecord, declaration, "/declaration")],
  places: whoMaySee,
  answer: ({ declaration }, { records }) => {
    const it = records.get(DeclarationRecord, declaration);
    const { content, examination, at } = newest(it);
    const { decisions: _, facts: __, ...told } = examination;
    return {
      number: it.number,
      state: it.state,
      statusCode: STATUS_CODES[it.state],
      imported: it.imported,
      version: it.versions.length,
      at,
      content,
      examination: told,
      holds: it.holds,
      givenDocuments: it.givenDocuments,
      tax: it.tax,
      guarantee: it.guarantee,
      amendment: it.amendment,
      list: it.list,
      story: it.story,
      next: nextSteps(it),
    };
  },
});

/** Why it was decided so: every question with its answer, the measures that spoke and the facts they read. */
export const explainDeclaration = lookup({
  name: "declaration.explain",
  title: { en: "Why a declaration was decided so", zh: "决定理由" },
  by: ["declarant", "officer", "administrator"],
  request: AskForDeclaration,
  needs: ({ declaration }) => [must(DeclarationRecord, declaration, "/declaration")],
  places: whoMaySee,
  answer: ({ declaration }, { records }, law) => {
    const { content, examination } = newest(records.get(DeclarationRecord, declaration));
    const { decisions } = examination;
    const explained = (all: readonly Parameters<typeof explain>[0][]): readonly Explanation[] =>
      all.map((decision) => explain(decision, law.textsOf));
    return {
      declaration: explained(decisions.declaration),
      goods: content.goods.map((_, index) => explained(decisionsFor(decisions.goods, index + 1))),
    };
  },
});

/** The acts that are open now, the most useful first. */
export const nextSteps = (it: Declaration): readonly NextStep[] => {
  const steps: NextStep[] = [];
  const held = (kind: string) => it.holds.some((hold) => hold.kind === kind);
  const given = new Set(it.givenDocuments.map(({ kind }) => kind));
  const missing = newest(it).examination.documents.asked.some((kind) => !given.has(kind));
  const owes = it.tax.state === "due" || it.tax.state === "guaranteed" || it.tax.state === "overdue";
  if (it.state === "closed" || it.state === "withdrawn") return [];
  if (it.amendment) steps.push({ act: "declaration.decide-amendment", by: "officer" });
  if (held("documents"))
    steps.push(
      missing
        ? { act: "declaration.give-document", by: "declarant" }
        : { act: "declaration.clear-hold", by: "officer" },
    );
  if (held("inspection") || held("conflict") || held("silence"))
    steps.push({ act: "declaration.clear-hold", by: "officer" });
  if (held("rate")) steps.push({ act: "declaration.request-amendment", by: "declarant" });
  if (owes) steps.push({ act: "declaration.pay", by: "declarant" });
  if (it.state === "held" && it.holds.length === 0) steps.push({ act: "declaration.release", by: "officer" });
  if (it.state === "released" && !owes) steps.push({ act: "declaration.close", by: "officer" });
  return steps;
};
