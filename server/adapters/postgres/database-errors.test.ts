import assert from "node:assert/strict";
import { describe, it } from "node:test";
import pg from "pg";
import { StoreUnavailable } from "../../store.ts";
import { explain, isLost } from "./database-errors.ts";

function reported(code: string): Error {
  const error = new pg.DatabaseError("as PostgreSQL reports it", 0, "error");
  error.code = code;
  return error;
}

const socket = (code: string): Error => Object.assign(new Error(code), { code });

/** What happened, whether the connection is gone, and whether to try again later. */
const cases: readonly (readonly [string, Error, gone: boolean, later: boolean])[] = [
  ["nobody listens", socket("ECONNREFUSED"), true, true],
  ["no socket file", socket("ENOENT"), true, true],
  ["the connection broke", socket("ECONNRESET"), true, true],
  ["every address refused", new AggregateError([socket("ECONNREFUSED"), socket("ECONNREFUSED")]), true, true],
  ["ended without a word", new Error("Connection terminated unexpectedly"), true, true],
  ["no free connection in time", new Error("timeout exceeded when trying to connect"), true, true],
  ["shut down by an administrator", reported("57P01"), true, true],
  ["a neighbour crashed", reported("57P02"), true, true],
  ["still starting", reported("57P03"), true, true],
  ["the disk is full", reported("53100"), false, true],
  ["too many connections", reported("53300"), false, true],
  ["cancelled by an administrator", reported("57014"), false, true],
  ["a read or write failed under PostgreSQL", reported("58030"), false, true],
  ["a standby, which only reads", reported("25006"), false, true],
  ["a deadlock", reported("40P01"), false, true],
  ["a reference bound twice", reported("23505"), false, false],
  ["no such table", reported("42P01"), false, false],
  ["a wrong password", reported("28P01"), false, false],
  ["a mistake of ours", new TypeError("x is not a function"), false, false],
];

describe("errors of the database", () => {
  for (const [happened, error, gone, later] of cases) {
    it(`${happened}: ${later ? "try again later" : "a mistake, passed on"}`, () => {
      assert.equal(isLost(error), gone);
      const explained = explain(error, "appending");
      assert.equal(explained instanceof StoreUnavailable, later);
      if (!later) assert.equal(explained, error);
    });
  }
});
