import { useEffect, useMemo, useRef, useState } from "react";
import type { ZoneMapAnswer } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { navigate } from "../../shared/router.ts";
import { COAST } from "./coast.ts";
import {
  type Bounds,
  boundsOf,
  type Degrees,
  middleOf,
  movedApart,
  type Place,
  pathOf,
  projectionOf,
} from "./projection.ts";

type Zone = ZoneMapAnswer["zones"][number];
type Polygons = NonNullable<Zone["boundary"]>["polygons"];

const MARGIN = 0.05;
const BADGE = 10;
/** A badge stands beside its zone, so that the outline is seen. */
const ASIDE = 14;
const FIRST_WIDTH = 800;
const HIGHEST = 560;
/** Beyond every edge of a map, in degrees. */
const BEYOND = 10;

const outlinesOf = ({ zones, areas }: ZoneMapAnswer): readonly Polygons[] =>
  [...zones, ...areas].flatMap(({ boundary }) => (boundary ? [boundary.polygons] : []));

/** The part of the earth that holds every outline of the answers; so a map stays where it is when the day changes. */
export const boundsOfMaps = (answers: readonly ZoneMapAnswer[]): Bounds | undefined =>
  boundsOf(
    answers.flatMap(outlinesOf).flatMap((polygons) => polygons.flat(2)),
    MARGIN,
  );

const useWidth = () => {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  return [place, width] as const;
};

type Shape = { readonly zone: Zone; readonly path: string; readonly middle: Place };

/** Zones as filled outlines with their numbers, policy areas as dashed ones; all of it is in the table too. */
export const ZoneMap = ({
  answer,
  bounds,
  label,
  hrefOf,
}: {
  answer: ZoneMapAnswer;
  bounds: Bounds;
  label: string;
  hrefOf: (zone: string) => string;
}) => {
  const { language } = useApp();
  const [box, width] = useWidth();
  const { height, place } = useMemo(() => projectionOf(bounds, width, HIGHEST), [bounds, width]);
  const path = (polygons: Polygons) => polygons.flatMap((rings) => rings.map((ring) => pathOf(ring, place)));
  const shapes: readonly Shape[] = answer.zones.flatMap((zone) =>
    zone.boundary
      ? [
          {
            zone,
            path: path(zone.boundary.polygons).join(""),
            middle: middleOf(zone.boundary.polygons[0]![0]!, place),
          },
        ]
      : [],
  );
  const badges = movedApart(
    shapes.map(({ middle: [x, y] }) => [x + ASIDE, y - ASIDE] as const),
    BADGE * 2 + 2,
  );
  return (
    <div ref={box} className="zone-map">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <path className="land" d={landPath(bounds, place)} />
        {answer.areas.map(({ area, boundary }, at) => (
          <path key={area} className={`area area-${at % 2}`} d={path(boundary?.polygons ?? []).join("")} />
        ))}
        {shapes.map(({ zone, path: d }) => (
          <path key={zone.zone} className={`zone zone-${zone.type!.type}`} d={d} fillRule="evenodd" />
        ))}
        {shapes.map(({ zone, middle }, at) => (
          <Badge
            key={zone.zone}
            at={badges[at]!}
            to={middle}
            text={String(answer.zones.indexOf(zone) + 1)}
            title={zone.name[language]}
            type={zone.type!.type}
            go={() => navigate(hrefOf(zone.zone))}
          />
        ))}
      </svg>
    </div>
  );
};

/** The land lies west of the coast, up to the edges of the map and beyond. */
const landPath = ({ west, south, north }: Bounds, place: (position: Degrees) => Place): string =>
  pathOf(
    [
      [west - BEYOND, north + BEYOND],
      [COAST[0]![0], north + BEYOND],
      ...COAST,
      [COAST.at(-1)![0] - BEYOND, south],
      [west - BEYOND, south],
    ],
    place,
  );

type BadgeProps = {
  readonly at: Place;
  readonly to: Place;
  readonly text: string;
  readonly title: string;
  readonly type: string;
  readonly go: () => void;
};

/** A zone's number, with a line to the zone. The table has the link for keyboards. */
const Badge = ({ at: [x, y], to, text, title, type, go }: BadgeProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the map is a picture; the table's links do the same
  <g className={`badge zone-${type}`} onClick={go}>
    <title>{title}</title>
    <line x1={x} y1={y} x2={to[0]} y2={to[1]} />
    <circle cx={x} cy={y} r={BADGE} />
    <text x={x} y={y + 4} textAnchor="middle">
      {text}
    </text>
  </g>
);
