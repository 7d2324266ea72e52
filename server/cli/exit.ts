/** How a command ends: exit codes that scripts can use, and the errors that people read. */

/** The exit codes of every command except `assess`, which has its own contract. */
export const EXIT = {
  /** Done. */
  ok: 0,
  /** The work was done and something was refused or found faulty; or it cannot be done now. */
  refused: 1,
  /** The command line itself is wrong; nothing was done. */
  wrongUse: 2,
  /** The store or the server cannot be reached, or another OpenFTZ holds it. */
  unreachable: 3,
} as const;

/** What every help page says of them. */
export const EXIT_HELP =
  "Exit codes: 0 done; 1 refused, or a fault was found; 2 wrong use, nothing was done; 3 store or server unreachable.";

/** Ends a command: what is wrong, and what to do next. */
export class CommandFault extends Error {
  override name = "CommandFault";
  readonly code: number;
  readonly next: string;
  /** What a program may want besides the words. */
  readonly facts: object;

  constructor(code: number, detail: string, next: string, facts: object = {}) {
    super(detail);
    this.code = code;
    this.next = next;
    this.facts = facts;
  }
}

/** The command line is wrong. */
export const wrongUse = (detail: string, next: string): CommandFault =>
  new CommandFault(EXIT.wrongUse, detail, next);

/** It cannot be done, or was refused. */
export const refusal = (detail: string, next: string, facts: object = {}): CommandFault =>
  new CommandFault(EXIT.refused, detail, next, facts);

/** Nobody answers. */
export const unreachable = (detail: string, next: string): CommandFault =>
  new CommandFault(EXIT.unreachable, detail, next);
