#!/usr/bin/env node
/**
 * Checks, offline and by itself, that an entry is in a journal: copy this file wherever you like, it needs Node 20 or
 * newer and nothing else. It shares no code with OpenFTZ on purpose, so that nobody has to believe OpenFTZ.
 *
 *   node check-proof.mjs PROOF KEYS [CHECKPOINT] [--entry]
 *
 * PROOF       the file that `openftz proof` printed (c2sp.org/tlog-proof)
 * KEYS        a file with public keys, one a line, or one key itself; get it by another way than the proof
 * CHECKPOINT  a checkpoint that somebody else kept: the proof must rest on the very same
 * --entry     print the entry's exact bytes afterwards
 *
 * Exit codes: 0 proved; 1 not proved; 2 wrong use.
 */
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Not proved (1), or wrongly asked (2). */
class Stop extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
const stop = (code, message) => {
  throw new Stop(code, message);
};
const refuse = (message) => stop(1, `NOT PROVED: ${message}.`);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const base64 = (text, what) => {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) refuse(`${what} is no base64`);
  return bytes;
};
const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    return stop(2, `${file} cannot be read: ${error.message}`);
  }
};

/** "name+key id+base64(type, public key)": type 1 signs as a journal, type 4 as a witness, with the time. */
const readKey = (line) => {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(line) ?? [];
  if (!name) return stop(2, `This is no public key: ${line}`);
  const bytes = Buffer.from(encoded, "base64");
  const expected = sha256(`${name}\n`, bytes).subarray(0, 4).toString("hex");
  if (bytes.length !== 33 || ![1, 4].includes(bytes[0]) || id !== expected)
    return stop(2, `This public key is damaged, or of a kind not known here: ${line}`);
  const key = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
  return { name, id, isWitness: bytes[0] === 4, key: createPublicKey({ key, format: "der", type: "spki" }) };
};

/** A signed note: text, empty line, signature lines. Answers what it says and who of the keys signed it. */
const openCheckpoint = (note, keys) => {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) return refuse("the checkpoint is no signed note");
  const text = note.slice(0, end + 1);
  const signers = [];
  for (const line of note.slice(end + 2, -1).split("\n")) {
    const [, name, encoded] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    if (!name) refuse(`this is no signature line: ${line}`);
    const bytes = base64(encoded, "a signature");
    const key = keys.find((each) => each.name === name && each.id === bytes.subarray(0, 4).toString("hex"));
    if (!key) continue;
    const time = key.isWitness && bytes.length > 12 ? bytes.readBigUInt64BE(4) : undefined;
    const signed = key.isWitness ? `cosignature/v1\ntime ${time}\n${text}` : text;
    if (!verify(null, Buffer.from(signed), key.key, bytes.subarray(key.isWitness ? 12 : 4)))
      refuse(`the signature of ${name} does not fit the checkpoint`);
    signers.push({ ...key, time });
  }
  const [origin, size, root] = text.split("\n");
  if (!origin || !/^(0|[1-9][0-9]{0,14})$/.test(size ?? "")) return refuse("the checkpoint names no size");
  if (!signers.some(({ name, isWitness }) => !isWitness && name === origin))
    refuse(`none of the keys signed the checkpoint of ${origin}`);
  return { origin, size: Number(size), root: base64(root ?? "", "the root"), signers };
};

/** RFC 9162, 2.1.3.2: the root that leaf, place and path lead to. */
const rootFrom = (leaf, index, size, path) => {
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) refuse("the path is too long");
    if (place % 2 === 1 || place === last) {
      hash = sha256(Buffer.of(1), sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else hash = sha256(Buffer.of(1), hash, sibling);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  if (last !== 0) refuse("the path is too short");
  return hash;
};

const readKeys = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(readKey);

/** The proof's entry, place and checkpoint; everything in it is checked but the entry's own words. */
const checkTree = (proof, keys) => {
  const end = proof.indexOf("\n\n");
  const [form, extra, at, ...path] = proof.slice(0, Math.max(0, end)).split("\n");
  if (form !== "c2sp.org/tlog-proof@v1") refuse("its first line is not that of a proof");
  if (!/^extra \S+$/.test(extra ?? "") || !/^index (0|[1-9][0-9]{0,14})$/.test(at ?? ""))
    refuse("it does not hold an entry and its index");
  const entry = base64(extra.slice("extra ".length), "the entry");
  const index = Number(at.slice("index ".length));
  const checkpoint = openCheckpoint(proof.slice(end + 2), keys);
  if (index >= checkpoint.size) refuse("the entry is not among those of the checkpoint");
  const hashes = path.map((line) => base64(line, "a line of the path"));
  if (hashes.some((hash) => hash.length !== 32)) refuse("a line of the path is no SHA-256");
  const root = rootFrom(sha256(Buffer.of(0), entry), index, checkpoint.size, hashes);
  if (!root.equals(checkpoint.root)) refuse("entry and path do not lead to the root that was signed");
  return { entry, index, checkpoint };
};

/** A checkpoint that somebody else kept must be the very same; its witnesses count too. */
const compareKept = (checkpoint, kept) => {
  if (kept.origin !== checkpoint.origin) refuse(`the checkpoint kept is of ${kept.origin}`);
  if (kept.size !== checkpoint.size)
    stop(
      1,
      `The proof is good, but for a checkpoint of ${checkpoint.size} entries; the one you kept has ${kept.size}.\n` +
        "Get a proof for yours: openftz proof REF --against CHECKPOINT",
    );
  if (!kept.root.equals(checkpoint.root))
    refuse("the checkpoint kept has the same size and another root: somebody signed two journals");
  return [...checkpoint.signers, ...kept.signers.filter(({ isWitness }) => isWitness)];
};

/** Checks the texts of a proof, of keys and, if given, of a checkpoint kept; throws with a `code` when it is not proved. */
export const check = (proof, keysText, keptText) => {
  const keys = readKeys(keysText);
  const { entry, index, checkpoint } = checkTree(proof, keys);
  let told;
  try {
    told = JSON.parse(entry.toString("utf8"));
  } catch {
    refuse("the entry is no JSON");
  }
  if (told.position !== index + 1)
    refuse(`the entry says it is number ${told.position}, the proof ${index + 1}`);
  const signers =
    keptText === undefined ? checkpoint.signers : compareKept(checkpoint, openCheckpoint(keptText, keys));
  const witnesses = signers
    .filter(({ isWitness }) => isWitness)
    .map(({ name, time }) => `${name} at ${new Date(Number(time) * 1000).toISOString()}`);
  const words = [
    `PROVED: entry ${told.position} is in the journal ${checkpoint.origin}, among its first ${checkpoint.size} entries.`,
    `  ${told.type}, ${told.at}, by ${told.actor}${told.reference ? `, reference ${told.reference.text}` : ""}`,
    `  signed by key ${signers.find(({ isWitness }) => !isWitness).id}; witnessed by ${witnesses.join(", ") || "nobody whose key was given"}`,
    "",
  ].join("\n");
  return { entry: entry.toString("utf8"), words };
};

const main = () => {
  const words = process.argv.slice(2).filter((word) => word !== "--entry");
  if (words.length < 2 || words.length > 3)
    stop(2, "Usage: node check-proof.mjs PROOF KEYS [CHECKPOINT] [--entry]");
  const [proofFile, keysGiven, keptFile] = words;
  const keys = /^[^\s+]+\+[0-9a-f]{8}\+\S+$/u.test(keysGiven) ? keysGiven : read(keysGiven);
  const proved = check(read(proofFile), keys, keptFile === undefined ? undefined : read(keptFile));
  process.stdout.write(proved.words);
  if (process.argv.includes("--entry")) process.stdout.write(`${proved.entry}\n`);
};

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  try {
    main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.code;
  }
