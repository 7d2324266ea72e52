import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Admission, Place } from "./admission.ts";

const MOST = { requests: 120, bytes: 12_000 };

const open = () => {
  const clock = { ms: 0 };
  return { clock, admission: new Admission(MOST, () => clock.ms) };
};

/** Asks for places until there is none. */
const flood = (admission: Admission, sender: string, bytes = 1): readonly Place[] => {
  const places: Place[] = [];
  for (;;) {
    const place = admission.enter(sender, bytes);
    if (!(place instanceof Place)) return places;
    places.push(place);
  }
};

const enter = (admission: Admission, sender: string, bytes = 1): Place => {
  const place = admission.enter(sender, bytes);
  assert.ok(place instanceof Place, JSON.stringify(place));
  return place;
};

describe("who has a place", () => {
  const SHARES: readonly (readonly [what: string, senders: number, each: number])[] = [
    ["one who floods gets half", 1, 60],
    ["two get a third each", 2, 40],
    ["five get a sixth each", 5, 20],
  ];
  for (const [what, senders, each] of SHARES)
    it(`${what}, and the same is free for others`, () => {
      const { admission } = open();
      const held = new Map<string, number>();
      for (let more = true; more; ) {
        more = false;
        for (let sender = 0; sender < senders; sender++)
          if (admission.enter(`s${sender}`, 1) instanceof Place) {
            held.set(`s${sender}`, (held.get(`s${sender}`) ?? 0) + 1);
            more = true;
          }
      }
      assert.deepEqual([...held.values()], Array(senders).fill(each));
      assert.equal(MOST.requests - admission.inside.requests, each);
      enter(admission, "somebody else");
    });

  it("bytes are shared as places are", () => {
    const { admission } = open();
    assert.equal(flood(admission, "large", 1_000).length, 6);
    enter(admission, "other", 3_000);
    assert.deepEqual(admission.enter("other", 3_000), { why: "share", waitMs: 2_000 });
  });

  it("a place is free again when the last holder has left it", () => {
    const { admission } = open();
    const place = enter(admission, "a", 500);
    place.hold();
    place.leave();
    assert.deepEqual(admission.inside, { requests: 1, bytes: 500 });
    place.weighs(20);
    assert.deepEqual(admission.inside, { requests: 1, bytes: 20 });
    place.leave();
    place.weighs(1_000);
    assert.deepEqual([admission.inside, admission.senders], [{ requests: 0, bytes: 0 }, 0]);
  });

  it("is never more than there is, and nothing is left over, whoever comes and goes", () => {
    const step = fc.record({ sender: fc.nat(6), bytes: fc.nat(2_000), leaves: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const { admission } = open();
        const places: Place[] = [];
        for (const { sender, bytes, leaves } of steps) {
          const place = admission.enter(`s${sender}`, bytes);
          if (place instanceof Place) places.push(place);
          if (leaves === 0) places.shift()?.leave();
          const { inside } = admission;
          assert.ok(inside.requests <= MOST.requests && inside.bytes <= MOST.bytes);
          assert.equal(inside.requests, places.length);
        }
        for (const place of places) place.leave();
        assert.deepEqual([admission.inside, admission.senders], [{ requests: 0, bytes: 0 }, 0]);
      }),
    );
  });
});

describe("when to come back", () => {
  /** So many leave every so many milliseconds, for a while; then the wait for what is inside. */
  const waitAfter = (
    places: Place[],
    clock: { ms: number },
    batch: number,
    everyMs: number,
    turns: number,
  ) => {
    for (let turn = 0; turn < turns; turn++) {
      clock.ms += everyMs;
      for (const place of places.splice(0, batch)) place.leave();
    }
  };

  const told = (admission: Admission, sender: string): number => {
    const refusal = admission.enter(sender, 1);
    assert.ok(!(refusal instanceof Place));
    return refusal.waitMs;
  };

  it("is what is inside over what leaves in a second, in batches or one by one", () => {
    for (const [batch, everyMs] of [
      [1, 500],
      [10, 5_000],
    ] as const) {
      const { admission, clock } = open();
      const places = [...flood(admission, "a")];
      waitAfter(places, clock, batch, everyMs, 40 / batch);
      flood(admission, "a");
      assert.ok(Math.abs(told(admission, "a") - 30_000) < 9_000, `${told(admission, "a")}`);
    }
  });

  it("does not grow while nobody comes, because idle time says nothing", () => {
    const { admission, clock } = open();
    const places = [...flood(admission, "a")];
    waitAfter(places, clock, 10, 100, 6);
    assert.equal(admission.inside.requests, 0);
    clock.ms += 3_600_000;
    flood(admission, "a");
    assert.equal(told(admission, "a"), 1_000);
  });

  it("is a minute while nothing leaves, and two seconds before anything is known", () => {
    const { admission, clock } = open();
    flood(admission, "a");
    assert.equal(told(admission, "a"), 2_000);
    clock.ms += 20_000;
    assert.equal(told(admission, "a"), 60_000);
  });
});
