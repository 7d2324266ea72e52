import type { Degrees } from "./projection.ts";

/** The coast at Shanghai from the mouth of the Liuhe to Jinshanwei, drawn by eye, so that a map says where it is. */
export const COAST: readonly Degrees[] = [
  [121.29, 31.51],
  [121.37, 31.45],
  [121.46, 31.43],
  [121.51, 31.4],
  [121.58, 31.39],
  [121.66, 31.36],
  [121.73, 31.31],
  [121.79, 31.25],
  [121.86, 31.15],
  [121.91, 31.06],
  [121.96, 30.97],
  [121.99, 30.9],
  [121.94, 30.86],
  [121.83, 30.84],
  [121.7, 30.82],
  [121.55, 30.81],
  [121.42, 30.77],
  [121.32, 30.71],
  [121.2, 30.68],
  [121.0, 30.62],
];
