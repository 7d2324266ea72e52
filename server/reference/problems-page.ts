/** The page of all problems: what each type means, under its own anchor. */
import { PROBLEM_BASE, PROBLEMS } from "@openftz/customs/define/problem.ts";
import { DUTY_PROBLEM_TITLES } from "@openftz/customs/duty/duty-fault.ts";
import { code, page, table } from "./markdown.ts";

/** Makes the page. */
export const problemsPage = (): string =>
  page(
    "Problems",
    `A refusal is a problem after RFC 9457: \`type\`, \`status\`, \`title\`, \`detail\`, \`next\` (what to do now) and \`faults\`, each with \`pointer\` (a JSON pointer into the request, "" for the whole), \`detail\` and perhaps \`try\` (what would be right). A type is \`${PROBLEM_BASE}\` followed by one of these names. A refusal binds no reference: mend the request and send it again.`,
    "## Of requests",
    table(
      ["type", "status", "title"],
      Object.entries(PROBLEMS).map(([name, [status, title]]) => [code(name), String(status), title]),
    ),
    "## Of lines to be assessed",
    "What the duty engine says of one line. A type stands under the same base.",
    table(
      ["type", "title"],
      Object.entries(DUTY_PROBLEM_TITLES).map(([name, title]) => [code(name), title]),
    ),
  );
