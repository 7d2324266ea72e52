/** Defines a computation that anybody may ask for: what it reads of the request and the law, and the rule by which it answers. */
import type { Bilingual } from "@openftz/kernel/measure.ts";
import type { Static, TSchema } from "typebox";
import type { RecordQuery } from "../define/query.ts";
import type { Need } from "../define/record.ts";
import { lookup } from "./command.ts";
import { asProblem, isRefused, type Refused, refused } from "./computation.ts";
import type { CustomsLaw } from "./law.ts";
import { TermsReader } from "./terms-reader.ts";

/** Terms of which nothing is missing. */
type Complete<Terms> = { readonly [Name in keyof Terms]: Exclude<Terms[Name], undefined> };

/** What differs from computation to computation. */
export type Computation<Schema extends TSchema, Terms extends object, Answer extends object> = {
  readonly name: string;
  readonly title: Bilingual;
  readonly request: Schema;
  /** The public records it looks at; none where absent. */
  readonly needs?: (request: Static<Schema>) => readonly Need[];
  /** Reads the terms; one that is undefined was not found, and nothing is computed. */
  readonly read: (request: Static<Schema>, reader: TermsReader) => Terms;
  /** The rule; asked only when every term was found and the reader has no fault. */
  readonly compute: (terms: Complete<Terms>) => Answer | Refused;
};

const isComplete = <Terms extends object>(terms: Terms): terms is Terms & Complete<Terms> =>
  Object.values(terms).every((term) => term !== undefined);

/** Defines the lookup of a computation: open to everybody, answering with all faults of a request or with its amounts. */
export const computation = <Schema extends TSchema, Terms extends object, Answer extends object>({
  needs = () => [],
  read,
  compute,
  ...named
}: Computation<Schema, Terms, Answer>): RecordQuery<Schema, Answer, CustomsLaw> =>
  lookup<Schema, Answer>({
    ...named,
    by: "anyone",
    needs,
    answer: (request, { records, now }, law) => {
      const reader = new TermsReader(law, records, now.day);
      const terms = read(request, reader);
      if (!isComplete(terms) || reader.faults.length > 0) return asProblem(refused(reader.faults));
      const outcome = compute(terms);
      return isRefused(outcome) ? asProblem(outcome) : outcome;
    },
  });
