/**
 * What was decided once is found again by the facts it rested on, and by those alone.
 *
 * A decision is a function of the facts that it reads, and each next fact it reads follows from the values of those
 * before. So what was read makes a tree: a fork is the fact read next, its branches are the values met there, its
 * leaves are decisions. Facts that no rule looks at (the third digit of a weight) make no difference and no branch.
 */
import { type Decision, decide, type Law } from "./decide.ts";
import { lend, type Step, Trail, valueAt } from "./watch.ts";

/** The fact to look at, and what follows from each value it has had. */
type Fork = { readonly keys: readonly string[]; readonly next: Map<unknown, Fork | Leaf> };
type Leaf = readonly Decision[];
/** Where the tree of one list of candidates begins. */
type Root = { start: Fork | Leaf | undefined };

/** How much is remembered at most; then all of it is let go, which costs time and changes nothing. */
export type RecallLimits = { readonly leaves: number; readonly branches: number };

const LIMITS: RecallLimits = { leaves: 20_000, branches: 500 };

/**
 * `decide` with a memory: equal to it for all facts, provided that measures are the pure functions they must be. Its
 * decisions are shared by all who ask, and therefore frozen.
 */
export const recalling = <Facts extends object, Answers extends object>(
  law: Law<Facts, Answers>,
  limits: RecallLimits = LIMITS,
): ((facts: Facts) => readonly Decision[]) => {
  let roots = new WeakMap<object, Root>();
  let leaves = 0;
  return (facts) => {
    const candidates = law.candidates(facts);
    let root = roots.get(candidates);
    if (!root) {
      root = { start: undefined };
      roots.set(candidates, root);
    }
    const met = follow(root, facts);
    if (isLeaf(met)) return met;
    // A fact with so many values (a number drawn for each declaration) is hardly ever met again: not worth a branch.
    if (met && met.next.size >= limits.branches) return decide(law, facts);
    const trail = new Trail();
    const decisions = decide(law, facts, lend(facts, trail));
    if (!trail.isWhole) return decisions;
    if (leaves >= limits.leaves) {
      roots = new WeakMap();
      leaves = 0;
      return decisions;
    }
    leaves++;
    return plant(root, trail.steps, freeze(decisions));
  };
};

const isLeaf = (node: Fork | Leaf | undefined): node is Leaf => Array.isArray(node);

/** As far as the tree goes for these facts: a decision, the fork where no branch fits, or nothing. */
const follow = ({ start }: Root, facts: object): Fork | Leaf | undefined => {
  let node = start;
  while (node && !isLeaf(node)) {
    const next = node.next.get(valueAt(facts, node.keys));
    if (next === undefined) return node;
    node = next;
  }
  return node;
};

/** Adds the way that a decision took: a fork for each step that has none yet, and the decision behind the last. */
const plant = (root: Root, steps: readonly Step[], leaf: Leaf): Leaf => {
  const nodeFor = (step: Step | undefined): Fork | Leaf =>
    step ? { keys: step.keys, next: new Map() } : leaf;
  root.start ??= nodeFor(steps[0]);
  let node = root.start;
  for (const [index, { keys, value }] of steps.entries()) {
    if (isLeaf(node) || keys.join(".") !== node.keys.join("."))
      throw new Error(`after the same facts ${keys.join(".")} was read: a measure is not a pure function`);
    const next = node.next.get(value) ?? nodeFor(steps[index + 1]);
    node.next.set(value, next);
    node = next;
  }
  return leaf;
};

const freeze = <Value>(value: Value): Value => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
};
