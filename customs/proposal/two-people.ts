/** Turns commands that need two people into a proposal and its confirmation; one place for all of them. */
import type { Json } from "@openftz/kernel/json.ts";
import Type, { type TSchema } from "typebox";
import { holds, type Role } from "../define/actor.ts";
import { accept, type Command, refuse } from "../define/command.ts";
import { closed, Remark } from "../define/fields.ts";
import { keyOf, must, type Need, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import type { CustomsLaw } from "../law/law.ts";
import { ProposalId, ProposalRecord } from "./proposal.ts";

/** A command whose types are folded away. */
type Inner = Command<TSchema, object, CustomsLaw>;

/** The first half: everything is checked as if the act were carried out, then it waits for a second person. */
export const proposing = (inner: Inner): Inner => ({
  ...inner,
  decide: (request, context, law) => {
    const outcome = inner.decide(request, context, law);
    if (outcome.kind === "refused") return outcome;
    const proposal = `P${context.ticket}`;
    return accept({
      type: "proposal.opened",
      records: [keyOf(ProposalRecord, proposal)],
      creates: keyOf(ProposalRecord, proposal),
      body: { proposal, command: inner.name, request: request as Json },
    });
  },
  answer: ([entry]) => ({
    position: entry!.position,
    proposal: (entry!.body as { proposal: string }).proposal,
    waitsFor: "a second person",
  }),
});

/** The proposal with the act it proposes; nothing when there is none. */
const findAct = (inners: ReadonlyMap<string, Inner>, proposal: string, records: Records) => {
  const it = records.find(ProposalRecord, proposal);
  const inner = it && inners.get(it.command);
  return it && inner ? { it, inner } : undefined;
};

/** The proposal, and what its act rests on. */
const needsOf = (
  inners: ReadonlyMap<string, Inner>,
  proposal: string,
  records: Records,
  now: Parameters<Inner["needs"]>[2],
): readonly Need[] => {
  const found = findAct(inners, proposal, records);
  return [
    must(ProposalRecord, proposal, "/proposal"),
    ...(found ? found.inner.needs(found.it.request, records, now) : []),
  ];
};

const Confirm = Type.Object({ proposal: ProposalId }, closed);

/** The second half: another person, who could have proposed it, confirms; the act is decided anew and carried out. */
export const confirming = (inners: ReadonlyMap<string, Inner>): Inner => {
  const innerOf = (proposal: string, records: Records) => findAct(inners, proposal, records);
  return command({
    name: "proposal.confirm",
    title: { en: "Confirm a proposal", zh: "复核确认" },
    by: rolesOf(inners),
    request: Confirm,
    needs: ({ proposal }, records, now) => needsOf(inners, proposal, records, now),
    places: ({ proposal }, records) => {
      const found = innerOf(proposal, records);
      return found ? found.inner.places(found.it.request, records) : [];
    },
    decide: ({ proposal }, context, law) => {
      const { it, inner } = innerOf(proposal, context.records)!;
      if (it.state !== "open")
        return refuse("not-now", `${proposal} is ${it.state}.`, "Propose the act again.");
      if (it.by === context.actor.id)
        return refuse("two-people", "You proposed this yourself.", "Another person must confirm it.");
      if (!holds(context.actor, inner.by, inner.places(it.request, context.records)))
        return refuse(
          "not-found",
          "There is nothing here that you may confirm.",
          "Ask someone who may do the act itself.",
        );
      const outcome = inner.decide(it.request, context, law);
      if (outcome.kind === "refused") return outcome;
      const confirmed = {
        type: "proposal.confirmed",
        records: [keyOf(ProposalRecord, proposal)],
        body: { proposal },
      };
      return accept(confirmed, ...outcome.drafts);
    },
    answer: (written) => ({ position: written.at(-1)!.position, confirmed: true }),
  }) as unknown as Inner;
};

/** Whoever may confirm a proposal may decline it, and so may the one who made it. */
export const declining = (inners: ReadonlyMap<string, Inner>): Inner =>
  command({
    name: "proposal.decline",
    title: { en: "Decline a proposal", zh: "复核不同意" },
    by: rolesOf(inners),
    request: Type.Object({ proposal: ProposalId, reason: Remark }, closed),
    needs: ({ proposal }, records, now) => needsOf(inners, proposal, records, now),
    places: () => "anywhere",
    decide: (request, { records, actor }) => {
      const it = records.get(ProposalRecord, request.proposal);
      const inner = inners.get(it.command);
      if (!inner || (it.by !== actor.id && !holds(actor, inner.by, inner.places(it.request, records))))
        return refuse("not-found", "There is nothing here that you may decline.", "Check the number.");
      if (it.state !== "open")
        return refuse("not-now", `${request.proposal} is ${it.state}.`, "Nothing is left to decline.");
      return accept({
        type: "proposal.declined",
        records: [keyOf(ProposalRecord, request.proposal)],
        body: request,
      });
    },
    answer: ([entry]) => ({ position: entry!.position }),
  }) as unknown as Inner;

const rolesOf = (inners: ReadonlyMap<string, Inner>): readonly Role[] => [
  ...new Set([...inners.values()].flatMap(({ by }) => by)),
];
