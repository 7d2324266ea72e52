/**
 * What was decided once is found again by the facts it rested on, and by those alone.
 *
 * A decision is a function of the facts that it reads, and each next fact it reads follows from the values of those
 * before. So what was read makes a tree: a fork is the fact read next, its branches are the values met there, its
 * leaves are decisions. Facts that no rule looks at (the third digit of a weight) make no difference and no branch.
 *
 * A fact with hundreds of values (a number drawn for each declaration) would make a branch for each. It is scattered:
 * those that look at it while they find out whether they apply are asked each time, and mostly they do not.
 */
import { type Decision, decide, type Law } from "./decide.ts";
import { type Failed, type Look, lend, type Step, Trail, valueAt } from "./watch.ts";

type Leaf = readonly Decision[];
/** The fact to look at, and what follows from each value it has had; beyond so many, the tree in which it is scattered. */
type Fork = {
  readonly keys: readonly string[];
  readonly next: Map<unknown, Node>;
  beyond: Tree | undefined;
};
/** A test to be made, and what follows when it does not hold. */
type Ask = { readonly test: Failed["test"]; otherwise: Node | undefined };
type Node = Fork | Ask | Leaf;
/** A tree of decisions, and the facts that make no fork in it. */
type Tree = { readonly scattered: ReadonlySet<string>; start: Node | undefined };

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
  let trees = new WeakMap<object, Tree>();
  let leaves = 0;
  return (facts) => {
    const candidates = law.candidates(facts);
    let tree = trees.get(candidates);
    if (!tree) {
      tree = { scattered: new Set(), start: undefined };
      trees.set(candidates, tree);
    }
    const met = follow(tree, facts, limits.branches);
    if (met === undefined) return decide(law, facts);
    if (isLeaf(met)) return met;
    const trail = new Trail(met.scattered);
    const decisions = decide(law, facts, lend(facts, trail));
    if (!trail.isWhole) return decisions;
    if (leaves >= limits.leaves) {
      trees = new WeakMap();
      leaves = 0;
      return decisions;
    }
    leaves++;
    return plant(met, trail.steps, freeze(decisions));
  };
};

const isLeaf = (met: Node | Tree): met is Leaf => Array.isArray(met);

/**
 * As far as the tree goes for these facts: a decision, or the tree in which it may be planted. Undefined where a test
 * holds that looks at a scattered fact: such a decision is hardly ever met again.
 */
const follow = (root: Tree, facts: object, branches: number): Leaf | Tree | undefined => {
  let tree = root;
  let node = tree.start;
  while (node && !isLeaf(node)) {
    if ("test" in node) {
      if (node.test(facts as never)) return undefined;
      node = node.otherwise;
      continue;
    }
    const next = node.next.get(valueAt(facts, node.keys));
    if (next === undefined && node.next.size < branches) return tree;
    if (next === undefined) tree = beyond(node, tree);
    node = next ?? tree.start;
  }
  return node ?? tree;
};

const beyond = (fork: Fork, { scattered }: Tree): Tree => {
  fork.beyond ??= { scattered: new Set([...scattered, fork.keys.join(".")]), start: undefined };
  return fork.beyond;
};

/** Adds the way that a decision took: a fork or a test for each step that has none yet, and the decision behind the last. */
const plant = (tree: Tree, steps: readonly Step[], leaf: Leaf): Leaf => {
  const nodeFor = (step: Step | undefined): Node => {
    if (!step) return leaf;
    return "test" in step
      ? { test: step.test, otherwise: undefined }
      : { keys: step.keys, next: new Map(), beyond: undefined };
  };
  tree.start ??= nodeFor(steps[0]);
  let node = tree.start;
  for (const [index, step] of steps.entries()) {
    if (isLeaf(node) || wayOf(node) !== wayOf(step))
      throw new Error(`after the same facts ${wayOf(step)} was read: a measure is not a pure function`);
    const behind = nextOf(node, step) ?? nodeFor(steps[index + 1]);
    if ("test" in node) node.otherwise = behind;
    else node.next.set((step as Look).value, behind);
    node = behind;
  }
  return leaf;
};

/** What a fork, a test or a step looks at. */
const wayOf = (at: Fork | Ask | Step): string | Failed["test"] =>
  "test" in at ? at.test : at.keys.join(".");

const nextOf = (node: Fork | Ask, step: Step): Node | undefined =>
  "test" in node ? node.otherwise : node.next.get((step as Look).value);

const freeze = <Value>(value: Value): Value => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
};
