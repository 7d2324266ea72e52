/** Carries out acts that must succeed, as the installation itself. */
import { ITSELF } from "../cli/link.ts";
import type { Installation } from "../installation.ts";

/** An act: the command and its request. */
export type Act = readonly [command: string, request: object];

/** Carries out acts one after another. @throws Error when one is refused: what is set up here is ours. */
export const carryOut = async (installation: Installation, acts: readonly Act[]): Promise<void> => {
  for (const [command, request] of acts) {
    const reply = await installation.submitValue(command, ITSELF, request);
    if (reply.kind === "accepted") continue;
    const { detail, faults } = reply.problem;
    throw new Error(`${command} was refused: ${[detail, ...faults.map((fault) => `${fault.pointer} ${fault.detail}`)].join(" ")}`);
  }
};
