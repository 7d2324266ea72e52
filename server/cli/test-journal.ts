/** A small journal in memory for tests: an office and two parties with persons, one of whom can be erased. */
import { type MemoryDisk, memoryDisk, memoryStore } from "../adapters/memory/memory-store.ts";
import { Installation } from "../installation.ts";
import { carryOut } from "../sample/acts.ts";

/** The parties with a person. */
export const PERSONS = ["91310000TESTPERS01", "91310000TESTPERS02"] as const;

const party = (code: string) => ({
  party: code,
  name: "Test Co.",
  credit: "registered",
  from: "2020-01-01",
  contact: { name: `Person of ${code}`, telephone: "+86 21 5550 0199" },
});

/** Makes it and closes it again; the disk is what stays. */
export const testJournal = async (): Promise<MemoryDisk> => {
  const disk = memoryDisk();
  const installation = await Installation.open({ store: memoryStore(disk) });
  await installation.keepFile(Buffer.from("a file beside the journal"));
  await carryOut(installation, [
    ["office.register", { office: "2218", name: { en: "Waigaoqiao", zh: "外高桥" } }],
    ...PERSONS.map((code) => ["party.register", party(code)] as const),
  ]);
  await installation.close();
  return disk;
};

/** Opens an installation on the disk, works, and closes it. */
export const onDisk = async <Result>(
  disk: MemoryDisk,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> => {
  const installation = await Installation.open({ store: memoryStore(disk), verifyInBackground: false });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
};

/** Two administrators erase the person of the first party. */
export const eraseFirst = (disk: MemoryDisk): Promise<void> =>
  onDisk(disk, async (installation) => {
    const from = "2020-01-01";
    await carryOut(
      installation,
      ["admin-1", "admin-2"].map(
        (holder) =>
          ["authority.grant", { holder, role: "administrator", place: "*", from, delegable: false }] as const,
      ),
    );
    const proposed = await installation.submitValue("party.erase-person", "admin-1", {
      party: PERSONS[0],
      reason: "asked",
    });
    if (proposed.kind === "refused") throw new Error(proposed.problem.detail);
    const { proposal } = proposed.answer as { proposal: string };
    const done = await installation.submitValue("proposal.confirm", "admin-2", { proposal });
    if (done.kind === "refused") throw new Error(done.problem.detail);
  });

/** The names of the persons as lists show them; null where erased. */
export const personsOn = (disk: MemoryDisk): Promise<readonly (string | null)[]> =>
  onDisk(disk, async (installation) => {
    const after = installation.status().durable;
    const found = await installation.ask({ query: "party.list", actor: "installation", request: {}, after });
    if (found.kind !== "rows") throw new Error("no rows");
    return found.rows.map((row) => (row as { contactName: string | null }).contactName);
  });
