import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { proposedReference } from "../../shared/lacks.ts";
import { type Content, drafted, emptyForm, fieldsOf, formOf, lacksOf, requestOf } from "./form.ts";

const request = {
  reference: "R-1",
  direction: "import",
  office: "2218",
  declarant: "91310000SAMPLEBRKR",
  trader: "91310000SAMPLEWINE",
  procedure: "0110",
  transportMode: "2",
  conveyanceEntry: "2026-11-20",
  grossMassKg: "1500",
  packages: 12,
  goods: [
    {
      commodity: "2204210000",
      description: "red wine",
      origin: "CL",
      customsValue: { amount: "200000.00", currency: "CNY" },
      netMassKg: "1200",
      quantities: { L: "1200" },
      claim: { agreement: "CL", certificate: "C-1" },
    },
  ],
  documents: [{ kind: "Y", number: "C-1" }],
} satisfies Parameters<typeof formOf>[0];

/** Every field there is, the rare ones too: a field that is added to the request and not to the form does not compile here. */
const whole: Required<Content> = {
  ...request,
  zone: "waigaoqiao",
  transportDocument: "COSU6291840",
  guarantee: "G-1",
  goods: [
    {
      ...request.goods[0]!,
      purpose: "99",
      exporter: "Maker A",
      originProof: false,
      quota: "in",
    } satisfies Required<Content["goods"][number]>,
  ],
};

describe("the form", () => {
  it("keeps every field of what was filed, so that an amendment loses none", () =>
    assert.deepEqual(requestOf(formOf(whole)), whole));

  it("gives back the request that it was made of", () =>
    assert.deepEqual(requestOf(formOf(request)), request));

  it("drafted from a list has what the list knows, and leaves the rest as it was", () => {
    const fresh = { ...emptyForm("R-2"), declarant: "BROKER", packages: "3", guarantee: "G-1" };
    const { direction, office, goods, grossMassKg } = request;
    const draft = {
      direction,
      office,
      goods,
      grossMassKg,
      zone: "yangshan",
      transportMode: "9",
      documents: [],
    };
    const form = drafted(fresh, draft as unknown as Parameters<typeof drafted>[1]);
    const { declarant, packages, guarantee, reference, procedure, zone } = form;
    assert.deepEqual(
      [declarant, packages, guarantee, reference, procedure, zone],
      ["BROKER", "3", "G-1", "R-2", "0110", "yangshan"],
    );
    assert.deepEqual(requestOf(form).goods, goods);
  });

  it("lacks nothing when it holds a whole request", () => assert.deepEqual(lacksOf(formOf(request)), []));

  it("names everything that is missing at once, each at its field", () => {
    const form = emptyForm("R-2");
    const lacks = lacksOf(form);
    assert.deepEqual(
      lacks.map(({ pointer }) => pointer),
      [
        "/declarant",
        "/trader",
        "/office",
        "/transportMode",
        "/grossMassKg",
        "/goods/0/commodity",
        "/goods/0/description",
        "/goods/0/customsValue/amount",
        "/goods/0/netMassKg",
      ],
    );
    for (const { pointer } of lacks) assert.ok(fieldsOf(form).includes(pointer), pointer);
  });

  it("tells what is not of its form from what is missing", () => {
    const form = { ...formOf(request), office: "22", grossMassKg: "1,5" };
    assert.deepEqual(lacksOf(form), [
      { pointer: "/office", key: "lack.office" },
      { pointer: "/grossMassKg", key: "lack.decimal" },
    ]);
  });

  it("proposes a reference of the day", () =>
    assert.equal(
      proposedReference("2026-11-24", () => 0),
      "20261124-22222",
    ));
});
