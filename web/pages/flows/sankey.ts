/** Where the parts of a flow picture stand: places that goods come from, zones, and places they go to, in three columns. */
import { countOf } from "../../shared/decimal.ts";
import { type Flow, zoneOf } from "./flow-sums.ts";

/** Left: where goods come from; middle: zones; right: where they go. */
export type Side = "from" | "zone" | "to";

/** A place in one of the columns; `top` and `height` in the picture's units. */
export type Node = {
  readonly side: Side;
  readonly place: string;
  readonly kg: bigint;
  readonly top: number;
  readonly height: number;
};

/** A band between two nodes: its upper edge at either end, and its thickness. */
export type Band = {
  readonly flow: Flow;
  readonly between: readonly [Node, Node];
  readonly tops: readonly [number, number];
  readonly thickness: number;
};

const GAP = 46;
const THINNEST = 1;

type Ends = readonly [side: Side, place: string];

/** At which columns a flow begins and ends. Goods of another zone come from the left when one zone is asked about, else they leave. */
const endsOf = ({ from, to }: Flow, zone: string | undefined): readonly [Ends, Ends] => {
  const arrives = zoneOf(from) === undefined || (zone !== undefined && zoneOf(to) === zone);
  return arrives
    ? [
        ["from", from],
        ["zone", to],
      ]
    : [
        ["zone", from],
        ["to", to],
      ];
};

const keyOf = ([side, place]: Ends): string => `${side} ${place}`;

/** Lays out what crossed the lines of zones in a picture of a height; what stayed within one zone is not in it. */
export const layOut = (
  flows: readonly Flow[],
  zone: string | undefined,
  height: number,
): { readonly nodes: readonly Node[]; readonly bands: readonly Band[] } => {
  const drawn = flows
    .filter(({ from, to }) => from !== to)
    .map((flow) => ({ flow, ends: endsOf(flow, zone), kg: countOf(flow.kg) }));
  const sums = new Map<string, { readonly end: Ends; readonly comes: bigint; readonly goes: bigint }>();
  const add = (end: Ends, comes: bigint, goes: bigint) => {
    const sum = sums.get(keyOf(end));
    sums.set(keyOf(end), { end, comes: (sum?.comes ?? 0n) + comes, goes: (sum?.goes ?? 0n) + goes });
  };
  for (const { ends, kg } of drawn) {
    add(ends[0], 0n, kg);
    add(ends[1], kg, 0n);
  }
  const sized = [...sums.values()].map(({ end, comes, goes }) => ({ end, kg: comes > goes ? comes : goes }));
  const columns = (["from", "zone", "to"] as const).map((side) => sized.filter(({ end }) => end[0] === side));
  const scale = Math.min(
    ...columns
      .filter((column) => column.length > 0)
      .map((column) => {
        const sum = column.reduce((all, { kg }) => all + Number(kg), 0);
        return Math.max(height - GAP * (column.length - 1), height / 2) / Math.max(sum, 1);
      }),
  );
  const nodes = new Map<string, Node>();
  for (const column of columns) {
    const tall = column.map(({ kg }) => Math.max(Number(kg) * scale, THINNEST));
    const all = tall.reduce((sum, each) => sum + each, GAP * (column.length - 1));
    let top = Math.max((height - all) / 2, 0);
    for (const [index, { end, kg }] of column.entries()) {
      nodes.set(keyOf(end), { side: end[0], place: end[1], kg, top, height: tall[index]! });
      top += tall[index]! + GAP;
    }
  }
  const used = new Map<string, number>();
  /** The next free piece of a node's edge. */
  const take = (node: Node, edge: "left" | "right", thickness: number): number => {
    const key = `${edge} ${keyOf([node.side, node.place])}`;
    const before = used.get(key) ?? 0;
    used.set(key, before + thickness);
    return node.top + before;
  };
  const bands = drawn.map(({ flow, ends, kg }): Band => {
    const between = [nodes.get(keyOf(ends[0]))!, nodes.get(keyOf(ends[1]))!] as const;
    const thickness = Math.max(Number(kg) * scale, THINNEST);
    const tops = [take(between[0], "right", thickness), take(between[1], "left", thickness)] as const;
    return { flow, between, tops, thickness };
  });
  return { nodes: [...nodes.values()], bands };
};

/** The outline of a band from one column's edge to the next's, as the path of an SVG. */
export const pathOf = ({ tops: [a, b], thickness }: Band, x: readonly [number, number]): string => {
  const middle = (x[0] + x[1]) / 2;
  return [
    `M${x[0]} ${a}`,
    `C${middle} ${a} ${middle} ${b} ${x[1]} ${b}`,
    `V${b + thickness}`,
    `C${middle} ${b + thickness} ${middle} ${a + thickness} ${x[0]} ${a + thickness}Z`,
  ].join("");
};

const LONG_NAME = 24;

/** A name in one line, or a long one in two: parted at the blank that is nearest to its middle. */
export const linesOf = (name: string): readonly string[] => {
  if (name.length <= LONG_NAME) return [name];
  const middle = name.length / 2;
  const [blank] = [...name.matchAll(/ /g)]
    .map(({ index }) => index)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return blank === undefined ? [name] : [name.slice(0, blank), name.slice(blank + 1)];
};
