/**
 * Counters, gauges and histograms, and their text in Prometheus's exposition format, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). Label values come from the release's own lists
 * (names of acts, types of problems), never from a request or a record.
 */

/** One line of text: what is put behind the family's name, the labels' values in the family's order, and the number. */
export type Sample = {
  readonly suffix?: string;
  readonly labels?: readonly string[];
  /** Only histograms: the bucket's upper bound. */
  readonly le?: string;
  readonly value: number;
};

/** What a family is, for the text and for the reference page. Names end in their unit: seconds, bytes, total. */
export type About = { readonly name: string; readonly help: string; readonly labels?: readonly string[] };

/** Samples under one name. */
export type Family = About & {
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: () => readonly Sample[] | Promise<readonly Sample[]>;
};

const NO_LABELS: readonly string[] = [];
/** No label value can hold it. */
const BETWEEN = "\n";

/** Counts up, for each combination of labels. */
export class Counter implements Family {
  readonly type = "counter";
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly #counts = new Map<string, number>();

  constructor({ name, help, labels = NO_LABELS }: About) {
    this.name = name;
    this.help = help;
    this.labels = labels;
    if (labels.length === 0) this.#counts.set("", 0);
  }

  /** Counts one. */
  add(...values: readonly string[]): void {
    const key = values.length === 1 ? values[0]! : values.join(BETWEEN);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  samples(): readonly Sample[] {
    return [...this.#counts].map(([key, value]) => ({
      labels: this.labels.length === 0 ? NO_LABELS : key.split(BETWEEN),
      value,
    }));
  }
}

/** Counts observations by size. */
export class Histogram implements Family {
  readonly type = "histogram";
  readonly name: string;
  readonly help: string;
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;

  /** `bounds`: upper bounds of the buckets, rising. */
  constructor({ name, help }: About, bounds: readonly number[]) {
    this.name = name;
    this.help = help;
    this.#bounds = bounds;
    this.#counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  /** Takes one observation in. */
  observe(value: number): void {
    let at = 0;
    while (at < this.#bounds.length && value > this.#bounds[at]!) at++;
    this.#counts[at]! += 1;
    this.#sum += value;
  }

  samples(): readonly Sample[] {
    let count = 0;
    const buckets = this.#counts.map((own, at) => {
      count += own;
      const bound = this.#bounds[at];
      return { suffix: "_bucket", le: bound === undefined ? "+Inf" : String(bound), value: count };
    });
    return [...buckets, { suffix: "_sum", value: this.#sum }, { suffix: "_count", value: count }];
  }
}

type Read = number | boolean | Readonly<Record<string, number>>;

/** A number that is read when it is asked for; a record gives one for each value of the only label. */
export const gauge = (about: About, read: () => Read | Promise<Read>): Family => ({
  ...about,
  type: "gauge",
  samples: async () => samplesOf(await read()),
});

/** A number that only grows and is kept elsewhere. */
export const readCounter = (about: About, read: () => Read): Family => ({
  ...about,
  type: "counter",
  samples: () => samplesOf(read()),
});

const samplesOf = (read: Read): readonly Sample[] =>
  typeof read === "object"
    ? Object.entries(read).map(([label, value]) => ({ labels: [label], value }))
    : [{ value: Number(read) }];

const escaped = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

const lineOf = ({ name, labels = NO_LABELS }: About, sample: Sample): string => {
  const pairs = (sample.labels ?? NO_LABELS).map((value, at) => `${labels[at]!}="${escaped(value)}"`);
  if (sample.le !== undefined) pairs.push(`le="${sample.le}"`);
  return `${name}${sample.suffix ?? ""}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${sample.value}\n`;
};

/** The content type of the text. */
export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** All families as text. */
export const metricsText = async (families: readonly Family[]): Promise<string> => {
  const parts = families.map(async (family) => {
    const lines = (await family.samples()).map((sample) => lineOf(family, sample));
    const help = family.help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
    return `# HELP ${family.name} ${help}\n# TYPE ${family.name} ${family.type}\n${lines.join("")}`;
  });
  return (await Promise.all(parts)).join("");
};
