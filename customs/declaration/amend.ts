import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, DeclarationNumber, Remark } from "../define/fields.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { GuaranteeRecord, givingBack } from "../guarantee/guarantee.ts";
import { command } from "../law/command.ts";
import { Content, type FiledContent } from "./content.ts";
import { type Declaration, DeclarationRecord, newest } from "./declaration.ts";
import { examine } from "./examine.ts";
import { contentNeeds } from "./inputs.ts";
import { atDeclarant, atOffice } from "./places.ts";

/** The content as it would be after an amendment. */
const amended = (it: Declaration, content: Declaration["amendment"]): FiledContent => {
  const { reference, direction, office, declarant, trader } = newest(it).content;
  return { reference, direction, office, declarant, trader, ...content!.content };
};

/** A declarant asks to change what was filed. After acceptance only customs may change it. Customs Law, article 26. */
export const requestAmendment = command({
  name: "declaration.request-amendment",
  title: { en: "Ask for an amendment", zh: "申请改单" },
  by: ["declarant"],
  request: Type.Object({ declaration: DeclarationNumber, content: Content, reason: Remark }, closed),
  needs: ({ declaration }) => [must(DeclarationRecord, declaration, "/declaration")],
  places: ({ declaration }, records) => atDeclarant(declaration, records),
  decide: (request, { records }) => {
    const it = records.get(DeclarationRecord, request.declaration);
    if (it.state !== "held")
      return refuse(
        "not-now",
        `${it.number} is ${it.state}.`,
        "Only a declaration that is held can be amended.",
      );
    if (it.holds.some(({ kind }) => kind === "inspection"))
      return refuse(
        "not-now",
        `An inspection of ${it.number} is ordered.`,
        "Wait for its result; the officer decides then.",
      );
    if (it.tax.state === "paid")
      return refuse("not-now", `The tax of ${it.number} is paid.`, "Ask for a withdrawal, and file again.");
    if (it.amendment)
      return refuse(
        "not-now",
        "An amendment waits for an officer already.",
        "Wait until it has been decided.",
      );
    if (it.tax.reserved !== "0" && request.content.guarantee !== it.guarantee)
      return refuse("invalid-request", "The guarantee is in use.", "Amend with the same guarantee.", [
        {
          pointer: "/content/guarantee",
          detail: "Tax is reserved on it for this declaration.",
          try: [it.guarantee!],
        },
      ]);
    return accept({
      type: "declaration.amendment-requested",
      records: [keyOf(DeclarationRecord, it.number)],
      body: request,
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

const DecideAmendment = Type.Object(
  { declaration: DeclarationNumber, accept: Type.Boolean(), reason: Remark },
  closed,
);

/** Refusing needs nothing of what the amendment names: it may name what is not on record. */
const amendmentNeeds = (declaration: string, accepts: boolean, records: Records): readonly Need[] => {
  const it = records.find(DeclarationRecord, declaration);
  const day = it && newest(it).examination.day;
  return [
    must(DeclarationRecord, declaration, "/declaration"),
    ...(accepts && it?.amendment ? contentNeeds(amended(it, it.amendment), records, day!) : []),
    ...(it?.guarantee ? [may(GuaranteeRecord, it.guarantee)] : []),
  ];
};

/** An officer accepts or refuses an amendment; accepted, the whole declaration is examined anew under the law of its day. */
export const decideAmendment = command({
  name: "declaration.decide-amendment",
  title: { en: "Decide an amendment", zh: "审批改单" },
  by: ["officer"],
  request: DecideAmendment,
  needs: ({ declaration, accept: accepts }, records) => amendmentNeeds(declaration, accepts, records),
  places: ({ declaration }, records) => atOffice(declaration, records),
  decide: (request, { records, now }, law) => {
    const it = records.get(DeclarationRecord, request.declaration);
    if (!it.amendment) return refuse("not-now", `No amendment of ${it.number} waits.`, "Open it again.");
    if (!request.accept)
      return accept({
        type: "declaration.amendment-refused",
        records: [keyOf(DeclarationRecord, it.number)],
        body: request,
      });
    if (it.state !== "held")
      return refuse(
        "not-now",
        `${it.number} is ${it.state}.`,
        "Refuse the amendment: nothing can be amended any more.",
      );
    const content = amended(it, it.amendment);
    const before = newest(it).examination;
    const day: PlainDate = before.day;
    const reservedBefore = content.guarantee === it.guarantee ? BigInt(it.tax.reserved) : 0n;
    const examined = examine(content, {
      records,
      law,
      day,
      imported: it.imported,
      draw: before.facts.draw,
      givenDocuments: [...it.givenDocuments, ...content.documents].map(({ kind }) => kind),
      reserved: reservedBefore,
    });
    if (examined.kind === "faults")
      return refuse(
        "invalid-request",
        "The amended content has mistakes.",
        "Refuse the amendment and name them.",
        examined.faults,
      );
    const { due } = examined.examination;
    const posting = postingOf(it, content.guarantee, examined);
    return accept({
      type: "declaration.amended",
      records: [
        keyOf(DeclarationRecord, it.number),
        ...(posting.guaranteePosting ? [keyOf(GuaranteeRecord, content.guarantee!)] : []),
      ],
      law: examined.lawUsed,
      body: {
        number: it.number,
        declaration: it.number,
        reason: request.reason,
        content: it.amendment.content,
        examination: examined.examination,
        ...(due !== null && now.day > due && { overdue: true }),
        ...posting,
      },
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

/** What is reserved after the amendment, and the posting on the guarantee that gets there. */
const postingOf = (
  it: Declaration,
  next: string | undefined,
  { examination, guaranteePosting }: Extract<ReturnType<typeof examine>, { kind: "examined" }>,
) => {
  const before = BigInt(it.tax.reserved);
  if (next !== (it.guarantee ?? undefined) && before > 0n)
    throw new Error("an amendment may not change a guarantee that is in use");
  if (guaranteePosting)
    return { guaranteePosting, reserved: (before + BigInt(guaranteePosting.amount)).toString() };
  const needed = examination.guaranteed ? BigInt(examination.taxes.total.replace(".", "")) : 0n;
  const surplus = before - needed;
  return surplus > 0n
    ? { guaranteePosting: givingBack(surplus), reserved: needed.toString() }
    : { guaranteePosting: null, reserved: before.toString() };
};
