import assert from "node:assert/strict";
import { it } from "node:test";
import { onPass } from "./on-pass.ts";

const line = (seq: number, declared: string) => ({ line: `B-${seq}`, declared });

it("a pass takes parts of its lists' lines, and its slips whole; a list that is not known yet is left out", () => {
  const taken = [
    {
      list: "L1",
      lines: [
        { index: 1, declared: "7" },
        { index: 0, declared: "3" },
      ],
    },
    { list: "L2", lines: [{ index: 0, declared: "1" }] },
  ];
  const lists = [{ number: "L1", lines: [line(4, "3"), line(5, "10")] }];
  const slips = [{ number: "S1", lines: [line(4, "2")] }];
  assert.deepEqual(
    onPass(taken, lists, slips).map(({ paper, line: of, ...rest }) =>
      [paper, of, rest.declared, rest.of].join(" "),
    ),
    ["L1 B-5 7 10", "L1 B-4 3 3", "S1 B-4 2 2"],
  );
});
