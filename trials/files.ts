import { readdirSync } from "node:fs";
import path from "node:path";

/** The clone's root folder. */
export const root = path.resolve(import.meta.dirname, "..");

const NOT_OURS = new Set(["node_modules", "dist"]);

const walk = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) return [name];
    if (!entry.isDirectory() || NOT_OURS.has(entry.name) || name === "data") return [];
    return entry.name.startsWith(".") && entry.name !== ".ci" ? [] : walk(name);
  });

/** Every file of the clone that a person wrote, from the root, with forward slashes, in order of their names. */
export const listFiles = (): string[] => walk("").sort();
