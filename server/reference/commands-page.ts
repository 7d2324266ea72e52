/** The page of all commands and queries: what each is called everywhere, whose it is, and what it takes. */
import { ROLES, type Role } from "@openftz/customs/define/actor.ts";
import type { Audience } from "@openftz/customs/define/query.ts";
import type { TSchema } from "typebox";
import type { AnyCommand, AnyQuery, Registry } from "../desk/registry.ts";
import { code, page, table } from "./markdown.ts";
import { schemaRows } from "./schema-rows.ts";

const byName = <Named extends { readonly name: string }>(all: Iterable<Named>): readonly Named[] =>
  [...all].sort((a, b) => (a.name < b.name ? -1 : 1));

const routeOf = (name: string): string => `/api/v1/${name.replace(".", "/")}`;
const verbOf = (name: string): string => `openftz ${name.replace(".", " ")}`;
const whose = (by: Audience): string =>
  by === "anyone" ? "anyone" : by === "signed-in" ? "everyone signed in" : by.join(", ");

const fieldsOf = (request: TSchema): string =>
  table(
    ["field", "needed", "what", ""],
    schemaRows(request).map(({ path, needed, what, says }) => [
      code(path),
      needed ? "yes" : "no",
      what,
      says,
    ]),
  ) || "It takes no fields.";

const heading = ({ name, title }: AnyCommand | AnyQuery): string =>
  `### ${name}\n\n${title.en} · ${title.zh}`;

const commandPart = (command: AnyCommand): string =>
  [
    heading(command),
    [
      `- Route: \`POST ${routeOf(command.name)}\``,
      `- Command line: \`${verbOf(command.name)}\``,
      `- Roles: ${whose(command.by)}`,
      ...(command.twoPeople
        ? [
            "- Two people: it is proposed, and carried out when another person who may do it sends `proposal.confirm`.",
          ]
        : []),
    ].join("\n"),
    fieldsOf(command.request as TSchema),
  ].join("\n\n");

const queryPart = (query: AnyQuery): string =>
  [
    heading(query),
    [
      `- Route: \`GET ${routeOf(query.name)}\``,
      `- Command line: \`${verbOf(query.name)}\``,
      `- Roles: ${whose(query.by)}`,
      query.kind === "list" ? `- A list of the view \`${query.view}\`.` : "- Reads records.",
    ].join("\n"),
    fieldsOf(query.request),
  ].join("\n\n");

/** Which act belongs to which role. */
const authority = (commands: readonly AnyCommand[]): string => {
  const roles = Object.keys(ROLES) as readonly Role[];
  return table(
    ["command", ...roles],
    commands.map(({ name, by, twoPeople }) => [
      `[${name}](#${name.replace(".", "")})`,
      ...roles.map((role) => (by.includes(role) ? (twoPeople ? "two" : "yes") : "")),
    ]),
  );
};

const QUERIES =
  "By GET the fields stand in the query string; by POST to the same route the request is a JSON object, which a nested field needs. A list also takes `limit` (1 to 500; 50 unless told), `cursor` (what the page before gave as `next`) and `after` (wait until the lists stand at this position). A look at records also takes `asOf`: a position, or a day as of whose end it is shown.";

/** Makes the page from what the release registers. */
export const commandsPage = (registry: Pick<Registry, "commands" | "queries">): string => {
  const commands = byName(registry.commands.values());
  return page(
    "Commands and queries",
    "Every command takes one JSON object. A field that is not listed is refused. Amounts and masses are text, never JSON numbers. The answer holds the journal's `position` and `repeated`: true when the reference was bound before and this is the same answer again.",
    "## Who may do what",
    "“two”: the act needs two people. A role is held at a place (a party, an office, or the whole installation), and each command says at which place it must be held.",
    authority(commands),
    "## Commands",
    ...commands.map(commandPart),
    "## Queries",
    QUERIES,
    ...byName(registry.queries.values()).map(queryPart),
  );
};
