/** What an officer may ask of a guarantor for a paper: to pay for what is overdue, or to have paid. */
import type { Session } from "../api/types.ts";
import { countOf } from "./decimal.ts";
import { stands } from "./stands.ts";

/** What a guarantor stands in for: the tax of a declaration, or the goods that are out under a form. */
export type Secured = {
  readonly office: string;
  readonly guarantee: string | null;
  /** In fen. */
  readonly reserved: string;
  readonly called: boolean;
  /** Something of the paper is overdue. */
  readonly isLate: boolean;
};

export type GuarantorAct = "call-guarantor" | "settle-guarantor";

/** Called upon once for what is overdue and reserved; then paid. */
export const guarantorAct = (
  { office, guarantee, reserved, called, isLate }: Secured,
  session: Session | undefined,
): GuarantorAct | undefined => {
  if (!session || !stands(session, "officer", [`office/${office}`])) return undefined;
  if (guarantee === null || reserved === "0") return undefined;
  if (called) return "settle-guarantor";
  return isLate ? "call-guarantor" : undefined;
};

type Open = {
  readonly slip: string;
  readonly by: string;
  readonly list: string | null;
  readonly returns: string | null;
  readonly declared: string;
  readonly stake: string;
  readonly passed: boolean;
};

/** What the goods that are out under a form would owe if they never came back, in fen. */
export const atStake = (open: readonly Open[]): bigint =>
  open.reduce(
    (sum, { stake, returns, passed }) =>
      returns === null ? sum + BigInt(stake) : passed ? sum - BigInt(stake) : sum,
    0n,
  );

/** Something that went under a form is neither back nor in a list, and was to be declared before a day. */
export const isOverdue = (open: readonly Open[], day: string): boolean =>
  open.some(({ slip, by, list, returns, passed, declared }) => {
    if (returns !== null || list !== null || !passed || by >= day) return false;
    const back = open.filter((each) => each.returns === slip && each.passed);
    return back.reduce((left, each) => left - countOf(each.declared), countOf(declared)) > 0n;
  });
