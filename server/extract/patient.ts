/** Sends a request again while the answer is "not now, try again": a store that is away, a server that is busy. */
import { PROBLEM_BASE } from "@openftz/customs/define/problem.ts";
import { type Link, submitValue } from "../cli/link.ts";
import type { Reply } from "../desk/replies.ts";

const AGAIN = new Set([`${PROBLEM_BASE}try-again`, `${PROBLEM_BASE}too-many-requests`]);
const MOST_TURNS = 60;
const FIRST_MS = 50;
const LONGEST_MS = 1_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Submits until there is a real answer; gives up after about a minute and returns the last one. */
export const submitPatiently = async (link: Link, command: string, request: object): Promise<Reply> => {
  for (let turn = 0; ; turn++) {
    const reply = await submitValue(link, command, request);
    if (reply.kind === "accepted" || !AGAIN.has(reply.problem.type) || turn === MOST_TURNS) return reply;
    await pause(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(turn, 10)));
  }
};
