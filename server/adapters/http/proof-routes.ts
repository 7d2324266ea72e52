/**
 * Checkpoints for everyone signed in, and proofs of entries for whoever may see them. A checkpoint tells how many
 * entries there are, so strangers get none. All answers are texts in the forms of C2SP.
 */
import { problem } from "@openftz/customs/define/problem.ts";
import { parseEntry } from "@openftz/kernel/entry.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { checkSealed } from "../../desk/verify.ts";
import { findEntries, type Sought } from "../../proof/find-entries.ts";
import { type Proofs, witnessRequest } from "../../proof/proofs.ts";
import { proofText } from "../../proof/tlog-proof.ts";
import { sendJson, sendNothingHere, sendProblem, sendText } from "./answers.ts";
import { accountOf, gateFor, isAdministrator } from "./gate.ts";
import type { HttpParts } from "./parts.ts";
import { API } from "./requests.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Adds the routes. */
export const addProofs = (app: FastifyInstance, parts: HttpParts): void => {
  const { proofs, installation } = parts;
  if (!proofs) return;
  const signedIn = { onRequest: gateFor(parts, "signed-in") };
  app.get<{ Querystring: Query }>(`${API}/checkpoint`, signedIn, async ({ query }, reply) => {
    if (query.size !== undefined) {
      const size = countOf(query.size, installation.status().durable);
      return size === undefined
        ? sendProblem(reply, notCovered("size"))
        : sendText(reply, (await proofs.at(size)).text);
    }
    if (query.day === undefined) return sendText(reply, (await freshest(proofs, parts)).text);
    const kept = await proofs.ofDay(String(query.day));
    return kept === undefined ? sendNothingHere(reply) : sendText(reply, kept);
  });
  app.get(`${API}/checkpoint/keys`, signedIn, (_, reply) =>
    sendText(reply, proofs.keys.map(({ text }) => `${text}\n`).join("")),
  );
  app.get<{ Querystring: Query }>(`${API}/checkpoint/consistency`, signedIn, async ({ query }, reply) => {
    const from = countOf(query.from, installation.status().durable);
    if (from === undefined) return sendProblem(reply, notCovered("from"));
    await freshest(proofs, parts);
    const { proof, text } = await proofs.consistency(from);
    return sendText(reply, witnessRequest(from, proof, text));
  });
  app.get<{ Querystring: Query }>(`${API}/proofs`, signedIn, async (request, reply) => {
    const { declaration, reference, scope } = request.query;
    const positions = await findEntries(installation, accountOf(request), {
      ...(declaration !== undefined && { declaration: String(declaration) }),
      ...(reference !== undefined && { reference: String(reference) }),
      ...(scope !== undefined && { scope: String(scope) }),
    } satisfies Sought);
    const seen = await Promise.all(positions.map((position) => maySee(parts, request, position)));
    const mine = positions.filter((_, index) => seen[index]);
    return mine.length === 0 ? sendNothingHere(reply) : sendJson(reply, { positions: mine });
  });
  app.get<{ Params: { position: string }; Querystring: Query }>(
    `${API}/proofs/:position`,
    signedIn,
    async (request, reply) => sendProof(parts, proofs, request, reply),
  );
};

const sendProof = async (
  parts: HttpParts,
  proofs: Proofs,
  request: FastifyRequest<{ Params: { position: string }; Querystring: Query }>,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { durable } = parts.installation.status();
  const position = countOf(request.params.position, durable);
  if (!position || !(await maySee(parts, request, position))) return sendNothingHere(reply);
  const size = request.query.size === undefined ? undefined : countOf(request.query.size, durable);
  if (request.query.size !== undefined && (size === undefined || size < position))
    return sendProblem(reply, notCovered("size"));
  const proof = await proofs.inclusion(position, size);
  reply.header("content-disposition", `attachment; filename="entry-${position}.tlog-proof"`);
  return sendText(reply, proofText(proof));
};

/** The newest checkpoint, covering everything that is durable now. */
const freshest = (proofs: Proofs, { installation }: HttpParts) =>
  proofs.newest(installation.status().durable);

const notCovered = (field: string) =>
  problem(
    "invalid-request",
    "The journal never had this many entries, or the entry is not among them.",
    "Take the number from a checkpoint of this journal, its second line.",
    [{ pointer: `/${field}`, detail: "This is the number of entries of a checkpoint." }],
  );

const countOf = (text: unknown, most: number): number | undefined => {
  const value = typeof text === "string" && /^(0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : undefined;
};

/** Administrators of the whole may see every entry; others those of declarations that they may see. */
const maySee = async (
  { installation }: HttpParts,
  request: FastifyRequest,
  position: number,
): Promise<boolean> => {
  const account = accountOf(request);
  if (isAdministrator(await installation.actorOf(account))) return true;
  const [stored] = await installation.store.journal.read(position, 1);
  if (!stored) return false;
  checkSealed(stored);
  for (const record of parseEntry(stored.bytes).records) {
    const [, declaration] = /^declaration\/(.+)$/.exec(record) ?? [];
    if (declaration === undefined) continue;
    const found = await installation.ask({
      query: "declaration.show",
      actor: account,
      request: { declaration },
    });
    if (found.kind === "answer") return true;
  }
  return false;
};
