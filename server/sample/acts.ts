/** Carries out acts that set an installation up, as the installation itself. */
import { PROBLEM_BASE } from "@openftz/customs/define/problem.ts";
import { ITSELF } from "../cli/link.ts";
import type { Installation } from "../installation.ts";

/** An act: the command and its request. */
export type Act = readonly [command: string, request: object];

const DONE_BEFORE = `${PROBLEM_BASE}not-now`;

/**
 * Carries out acts one after another. What was done before (a start that was interrupted) is passed over.
 * @throws Error when one is refused for another reason: what is set up here is ours.
 */
export const carryOut = async (installation: Installation, acts: readonly Act[]): Promise<void> => {
  for (const [command, request] of acts) {
    const reply = await installation.submitValue(command, ITSELF, request);
    if (reply.kind === "accepted" || reply.problem.type === DONE_BEFORE) continue;
    const { detail, faults } = reply.problem;
    const reasons = [detail, ...faults.map((fault) => `${fault.pointer} ${fault.detail}`)];
    throw new Error(`${command} was refused: ${reasons.join(" ")}`);
  }
};
