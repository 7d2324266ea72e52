import type { PlantedFault } from "./planted-fault.ts";

/** A registry of zones that contradicts itself. */
export const zoneFaults: readonly PlantedFault[] = [
  {
    name: "code-of-two-zones",
    promise: "A district code means one zone on any day.",
    file: "customs/zone/set-code.ts",
    was: "zone !== set.zone && overlap(span, set)",
    becomes: "zone === set.zone && overlap(span, set)",
  },
  {
    name: "acceptance-skips-a-step",
    promise: "A zone operates only after it was jointly accepted.",
    file: "customs/zone/acceptance.ts",
    was: '"under-construction": ["jointly-accepted"]',
    becomes: '"under-construction": ["jointly-accepted", "closed-operation"]',
  },
];
