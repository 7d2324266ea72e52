import { useApp } from "../../app/context.tsx";
import { textOf } from "../../shared/decimal.ts";
import { type Flow, zoneOf } from "./flow-sums.ts";
import { layOut, linesOf, type Node, pathOf } from "./sankey.ts";
import { useMass } from "./use-mass.ts";
import { usePlaceName } from "./use-place-name.ts";

const WIDTH = 1000;
const LEAST_HEIGHT = 320;
const HEIGHT_A_NODE = 76;
const NODE_WIDTH = 12;
/** The left edge of each column. */
const LEFT = { from: 250, zone: 494, to: 738 } as const;
const MARGIN = 20;

const tallest = (nodes: readonly Node[]): number =>
  Math.max(...Object.keys(LEFT).map((side) => nodes.filter((node) => node.side === side).length));

const classOf = (place: string): string => `flow-${zoneOf(place) === undefined ? place : "zone"}`;

/** Flows as bands, as thick as they are heavy, from where goods come through the zones to where they go. */
export const FlowPicture = (props: { flows: readonly Flow[]; zone: string | undefined; label: string }) => {
  const { flows, zone, label } = props;
  const { t } = useApp();
  const nameOf = usePlaceName();
  const massText = useMass();
  const height = Math.max(LEAST_HEIGHT, tallest(layOut(flows, zone, LEAST_HEIGHT).nodes) * HEIGHT_A_NODE);
  const { nodes, bands } = layOut(flows, zone, height);
  if (nodes.length === 0) return null;
  return (
    <figure className="panel flow-picture wide-only">
      <svg viewBox={`0 ${-MARGIN} ${WIDTH} ${height + 2 * MARGIN}`} role="img" aria-label={label}>
        {bands.map((band) => {
          const [from, to] = band.between;
          const outer = from.side === "zone" ? to : from;
          const { flow } = band;
          return (
            <path
              key={`${flow.from} ${flow.to}`}
              className={`flow-band ${classOf(outer.place)}`}
              d={pathOf(band, [LEFT[from.side] + NODE_WIDTH, LEFT[to.side]])}
            >
              <title>
                {t("flow.band", {
                  from: nameOf(flow.from),
                  to: nameOf(flow.to),
                  mass: massText(flow.kg),
                  lists: flow.lists,
                })}
              </title>
            </path>
          );
        })}
        {nodes.map((node) => (
          <NodeMark key={`${node.side} ${node.place}`} node={node} name={nameOf(node.place)} />
        ))}
      </svg>
    </figure>
  );
};

const LINE = 16;
const BASE = 5;
const BESIDE = 8;

const NodeMark = ({ node, name }: { node: Node; name: string }) => {
  const massText = useMass();
  const { side, place, top, height, kg } = node;
  const left = LEFT[side];
  const x = side === "from" ? left - BESIDE : left + NODE_WIDTH + BESIDE;
  const lines = [...linesOf(name), massText(textOf(kg))];
  const first = top + height / 2 - ((lines.length - 1) * LINE) / 2 + BASE;
  return (
    <g className={`flow-node ${classOf(place)}`}>
      <rect x={left} y={top} width={NODE_WIDTH} height={height} />
      <text x={x} textAnchor={side === "from" ? "end" : "start"}>
        {lines.map((line, index) => (
          <tspan
            key={line}
            x={x}
            y={first + index * LINE}
            {...(index === lines.length - 1 && { className: "mass" })}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
};
