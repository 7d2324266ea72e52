import { type Node, placeOf, type Source, visit } from "./sources.ts";

/**
 * What the inner rooms may not do, found in the syntax. No types are known here, so the rules are about what is
 * written: each names a word or a form that needs no type to be wrong.
 */

const OUTSIDE = new Set(
  (
    "performance crypto Intl Temporal process console fetch require globalThis window navigator document Buffer " +
    "setTimeout setInterval setImmediate queueMicrotask Worker WebSocket XMLHttpRequest localStorage"
  ).split(" "),
);
const OUTSIDE_MEMBERS =
  /^(Math\.random|Date\.(now|parse)|.*\.(localeCompare|toLocale\w*|toDateString|toTimeString|getTimezoneOffset|[gs]et(FullYear|Month|Hours|Minutes)))$/;

const nodeAt = (node: Node, key: string): Node | undefined => node[key] as Node | undefined;
const nameOf = (node: Node | undefined): string => (node?.type === "Identifier" ? String(node.name) : "");

/** `Math.random` for that expression, `.localeCompare` when the object is no plain name; else nothing. */
const memberName = (node: Node): string | undefined => {
  if (node.type !== "MemberExpression" || node.computed === true) return undefined;
  return `${nameOf(nodeAt(node, "object"))}.${nameOf(nodeAt(node, "property"))}`;
};

/** True for a name that is only a label: a member, a property, or part of a type. */
const isLabel = (parent: Node | undefined, key: string): boolean => {
  if (!parent) return false;
  if (/^TS(?!(As|Satisfies|NonNull)Expression)/.test(parent.type)) return true;
  return (key === "property" || key === "key") && parent.computed !== true;
};

/** Names the file itself binds: a parameter called `process` is not the machine's. */
const boundNames = (program: Node): Set<string> => {
  const bound = new Set<string>();
  visit(program, (node, around, key) => {
    const parent = around.at(-1);
    const binds = ["id", "local", "params", "param"].includes(key);
    const inPattern = around.some(({ type }) => type === "ObjectPattern" || type === "ArrayPattern");
    if (node.type === "Identifier" && (binds || (inPattern && !isLabel(parent, key))))
      bound.add(nameOf(node));
  });
  return bound;
};

/** Clock, chance, locale and everything outside: each place where a source reaches for them. */
export const reachesOutside = (source: Source): string[] => {
  const bound = boundNames(source.program);
  const found: string[] = [];
  visit(source.program, (node, around, key) => {
    const say = (what: string): void => void found.push(`${placeOf(source, node)}  ${what}`);
    const name = nameOf(node);
    if (OUTSIDE.has(name) && !bound.has(name) && !isLabel(around.at(-1), key)) say(name);
    const member = memberName(node);
    if (member !== undefined && OUTSIDE_MEMBERS.test(member)) say(member);
    const isDate = nameOf(nodeAt(node, "callee")) === "Date";
    const given = (node.arguments as readonly Node[] | undefined)?.length ?? 0;
    if (isDate && node.type === "CallExpression") say("Date(...)");
    if (isDate && node.type === "NewExpression" && given !== 1) say(`new Date with ${given} arguments`);
  });
  for (const { specifier } of source.imports)
    if (specifier.startsWith("node:")) found.push(`${source.path}  import of ${specifier}`);
  return found;
};

const WHOLE_MATH = new Set(["abs", "ceil", "floor", "imul", "clz32", "max", "min", "sign", "trunc"]);
const FLOAT_MEMBERS = /\.(parseFloat|toFixed|toPrecision|toExponential)$/;

const isPlainNumber = (node: Node | undefined): boolean => typeof node?.value === "number";

/** `a / 12` gives a float unless it is rounded on the spot: `Math.floor(a / 12)`. */
const isBareDivision = (node: Node, parent: Node | undefined): boolean => {
  if (node.operator !== "/" && node.operator !== "/=") return false;
  if (!isPlainNumber(nodeAt(node, "left")) && !isPlainNumber(nodeAt(node, "right"))) return false;
  const callee = parent?.type === "CallExpression" ? nodeAt(parent, "callee") : undefined;
  return !/^Math\.(floor|trunc|ceil)$/.test((callee && memberName(callee)) ?? "");
};

/** The four ways a float can be born where only integers should be: fraction, float parser, float function, division. */
export const makesFloats = (source: Source): string[] => {
  const found: string[] = [];
  visit(source.program, (node, around) => {
    const say = (what: string): void => void found.push(`${placeOf(source, node)}  ${what}`);
    if (isPlainNumber(node) && !Number.isInteger(node.value)) say(`the fraction ${String(node.raw)}`);
    if (nameOf(node) === "parseFloat" && around.at(-1)?.type === "CallExpression") say("parseFloat");
    const member = memberName(node);
    if (member !== undefined && FLOAT_MEMBERS.test(member)) say(member);
    if (member?.startsWith("Math.") && !WHOLE_MATH.has(member.slice(5))) say(member);
    if (isBareDivision(node, around.at(-1))) say("a division by a plain number");
  });
  return found;
};
