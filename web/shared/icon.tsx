/** Small line icons on a grid of 16. They are decoration: the word stands beside them. */
const PATHS = {
  check: "M3 8.5l3.2 3.2L13 5",
  clock: "M8 4.5V8l2.5 1.5M8 14A6 6 0 108 2a6 6 0 000 12z",
  hand: "M8 1.8L14.6 13.4H1.4zM8 6.5v3M8 11.6v.2",
  stop: "M5 2h6l3 3v6l-3 3H5l-3-3V5zM5.5 5.5l5 5M10.5 5.5l-5 5",
  box: "M2.5 5.5h11v7.5h-11zM2 3h12v2.5H2zM6.5 8.5h3",
  search: "M7 12A5 5 0 107 2a5 5 0 000 10zM10.8 10.8L14 14",
  menu: "M2 4h12M2 8h12M2 12h12",
  sun: "M8 11a3 3 0 100-6 3 3 0 000 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  moon: "M13.5 9.5A6 6 0 016.5 2.5a6 6 0 107 7z",
  out: "M6 2H2.5v12H6M10 4.5L13.5 8 10 11.5M13.5 8H6",
  file: "M4 1.5h5.5L13 5v9.5H4zM9.5 1.5V5H13M6.5 8h4M6.5 11h4",
  list: "M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.5M2 8h.5M2 12h.5",
  home: "M2 7.5L8 2l6 5.5M3.5 6.5V14h9V6.5M6.5 14v-4h3v4",
  shield: "M8 1.5l5.5 2v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4zM5.5 8l2 2 3.2-3.5",
  people:
    "M6 7.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 7.5a2.2 2.2 0 100-4.6M12 9.7c1.5.5 2.5 1.8 2.5 3.8",
  flow: "M1.5 3.5c6 0 7 4 13 4M1.5 12.5c6 0 7-4 13-4M11.5 5l3 3-3 3",
  map: "M2 3.5L6 2l4 1.5L14 2v10.5L10 14l-4-1.5L2 14zM6 2v10.5M10 3.5V14",
  book: "M2.5 2.5h4c1 0 1.5.6 1.5 1.5v10c0-.9-.5-1.5-1.5-1.5h-4zM13.5 2.5h-4C8.500 2.5 8 3.100 8 4v10c0-.9.5-1.5 1.5-1.5h4z",
  plus: "M8 3v10M3 8h10",
  copy: "M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3",
  next: "M6 3l5 5-5 5",
  down: "M3 6l5 5 5-5",
  info: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 7.300v3.700M8 5v.2",
  keys: "M1.500 4h13v8.500h-13zM4 7h.5M7 7h.5M10 7h.5M12 7h.2M5 10h6",
  trash: "M3 4.500h10M6.500 4.500v-2h3v2M4.500 4.500l.6 9h5.800l.6-9",
  pen: "M2.500 13.500l.6-3L10.500 3l2.500 2.500-7.500 7.400z",
  coin: "M8 14A6 6 0 108 2a6 6 0 000 12zM5.500 4.500L8 8l2.500-3.500M8 8v4M6 8.500h4M6 10.500h4",
  gate: "M2 14V4l6-2.500L14 4v10M5 14V8h6v6M5 10.500h6",
  two: "M5 7a2.200 2.200 0 100-4.400A2.200 2.200 0 005 7zM1.500 13c0-2.300 1.500-3.700 3.500-3.700S8.500 10.700 8.500 13M10 8l2 2 3-3.500",
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
