/** Which acts are open to the person who looks, and which of them is the one to do first. */
import type { Session, ShownDeclaration } from "../../api/types.ts";
import { type GuarantorAct, guarantorAct } from "../../shared/guarantor.ts";
import { stands } from "../../shared/stands.ts";

export type Act =
  | { readonly kind: "pay" }
  | { readonly kind: "give-document"; readonly missing: readonly string[] }
  | { readonly kind: "amend" }
  | { readonly kind: "withdraw" }
  | { readonly kind: "clear-hold"; readonly hold: "documents" | "inspection" | "conflict" | "silence" }
  | { readonly kind: "release" }
  | { readonly kind: "decide-amendment"; readonly refuse?: boolean }
  | { readonly kind: "close" }
  | { readonly kind: "withdraw-released" }
  | { readonly kind: GuarantorAct };

export type ActKind = Act["kind"];

const OWED: readonly string[] = ["due", "guaranteed", "overdue"];
const SETTLED_BY_HAND = ["documents", "inspection", "conflict", "silence"] as const;

/** The papers that were asked for and not given yet. */
export const missingPapers = ({ examination, givenDocuments }: ShownDeclaration): readonly string[] => {
  const given = new Set(givenDocuments.map(({ kind }) => kind));
  return examination.documents.asked.filter((kind) => !given.has(kind));
};

const declarantActs = (it: ShownDeclaration, own: boolean): readonly Act[] => {
  const inspected = it.holds.some(({ kind }) => kind === "inspection");
  const missing = missingPapers(it);
  const mayChange = own && it.state === "held" && !inspected && it.tax.state !== "paid";
  const acts: Act[] = [];
  if (it.state === "held" && missing.length > 0) acts.push({ kind: "give-document", missing });
  if (mayChange && !it.amendment && it.holds.some(({ kind }) => kind === "rate"))
    acts.push({ kind: "amend" });
  if (OWED.includes(it.tax.state) && it.state !== "withdrawn" && !it.amendment) acts.push({ kind: "pay" });
  if (mayChange && !it.amendment && !acts.some(({ kind }) => kind === "amend")) acts.push({ kind: "amend" });
  if (mayChange) acts.push({ kind: "withdraw" });
  return acts;
};

const officerActs = (it: ShownDeclaration, session: Session): readonly Act[] => {
  const acts: Act[] = [];
  if (it.amendment) acts.push({ kind: "decide-amendment" });
  for (const hold of SETTLED_BY_HAND) {
    const isHeld = it.holds.some(({ kind }) => kind === hold);
    // Papers can be found in order only when they are there.
    if (isHeld && (hold !== "documents" || missingPapers(it).length === 0))
      acts.push({ kind: "clear-hold", hold });
  }
  if (it.state === "held" && it.holds.length === 0) acts.push({ kind: "release" });
  if (it.state === "released" && !OWED.includes(it.tax.state)) acts.push({ kind: "close" });
  const { reserved, called, state } = it.tax;
  const secured = { office: it.content.office, guarantee: it.guarantee, reserved, called };
  const guarantor = guarantorAct(
    { ...secured, isLate: it.state === "released" && state === "overdue" },
    session,
  );
  if (guarantor) acts.push({ kind: guarantor });
  if (it.state === "released") acts.push({ kind: "withdraw-released" });
  return acts;
};

/** Every act that this person may carry out now, the most useful first. */
export const actsOf = (it: ShownDeclaration, session: Session | undefined): readonly Act[] => {
  if (!session || it.state === "closed" || it.state === "withdrawn") return [];
  const { declarant, trader, office } = it.content;
  const own = stands(session, "declarant", [`party/${declarant}`]);
  const either = own || stands(session, "declarant", [`party/${trader}`]);
  return [
    ...(stands(session, "officer", [`office/${office}`]) ? officerActs(it, session) : []),
    ...(either ? declarantActs(it, own) : []),
  ];
};

/** Acts that are never the first button: they undo, or they only may be done. */
export const SECOND: readonly ActKind[] = ["withdraw", "withdraw-released"];

/** The one act to do now: what was asked of this person, or nothing. */
export const firstAct = (it: ShownDeclaration, acts: readonly Act[]): Act | undefined =>
  acts.find(
    ({ kind }) =>
      !SECOND.includes(kind) && (kind !== "amend" || it.holds.some((hold) => hold.kind === "rate")),
  );
