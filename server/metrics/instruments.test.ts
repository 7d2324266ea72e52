import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Counter, gauge, Histogram, metricsText } from "./instruments.ts";

describe("the text of metrics", () => {
  it("is Prometheus's exposition format", async () => {
    const answers = new Counter({ name: "answers_total", help: "Answers.", labels: ["act", "answer"] });
    for (const answer of ["accepted", "accepted", 'a "quoted" \\ one'])
      answers.add("declaration.file", answer);
    const seconds = new Histogram({ name: "took_seconds", help: "Time.\nTwo lines." }, [0.5, 1]);
    for (const value of [0.1, 0.5, 0.7, 3]) seconds.observe(value);
    const families = [
      answers,
      seconds,
      new Counter({ name: "nothing_total", help: "Not yet." }),
      gauge({ name: "up", help: "Up." }, async () => true),
      gauge({ name: "memory_bytes", help: "By kind.", labels: ["kind"] }, () => ({
        heap: 1,
        rest: Number.NaN,
      })),
    ];
    assert.equal(
      await metricsText(families),
      String.raw`# HELP answers_total Answers.
# TYPE answers_total counter
answers_total{act="declaration.file",answer="accepted"} 2
answers_total{act="declaration.file",answer="a \"quoted\" \\ one"} 1
# HELP took_seconds Time.\nTwo lines.
# TYPE took_seconds histogram
took_seconds_bucket{le="0.5"} 2
took_seconds_bucket{le="1"} 3
took_seconds_bucket{le="+Inf"} 4
took_seconds_sum 4.3
took_seconds_count 4
# HELP nothing_total Not yet.
# TYPE nothing_total counter
nothing_total 0
# HELP up Up.
# TYPE up gauge
up 1
# HELP memory_bytes By kind.
# TYPE memory_bytes gauge
memory_bytes{kind="heap"} 1
memory_bytes{kind="rest"} NaN
`,
    );
  });

  it("a bucket counts everything up to its bound, and the last one all", () => {
    const bounds = [1, 2, 5];
    fc.assert(
      fc.property(fc.array(fc.nat(9)), (values) => {
        const histogram = new Histogram({ name: "x", help: "x" }, bounds);
        for (const value of values) histogram.observe(value);
        const counts = histogram.samples().map(({ value }) => value);
        const upTo = (bound: number) => values.filter((value) => value <= bound).length;
        const sum = values.reduce((all, value) => all + value, 0);
        assert.deepEqual(counts, [...bounds.map(upTo), values.length, sum, values.length]);
      }),
    );
  });
});
