/** Numbers that nobody outside foresees: made from the server's secret and the ticket, so that the same decision draws the same again. */
import type { Context } from "@openftz/customs/define/command.ts";
import { sha256 } from "./sealing.ts";

/** Tickets that follow each other share a hash, each with bytes of its own. */
const TICKETS = 4;
/** 48 bits: for draws below 10,000 no number is favoured by more than one in 28 thousand million. */
const BYTES = 6;
const APART = 8;

/** See the file's first line. */
export class Draws {
  readonly #secret: Uint8Array;
  #name = "";
  #hash: Buffer = Buffer.alloc(0);

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** The draws of one decision, each turn another. */
  of(ticket: number): Context["draw"] {
    let turn = 0;
    return (below) => {
      turn += 1;
      const hash = this.#hashOf(`${Math.floor(ticket / TICKETS)}/${turn}`);
      return hash.readUIntBE((ticket % TICKETS) * APART, BYTES) % below;
    };
  }

  /** The last hash is kept: most decisions draw once. */
  #hashOf(name: string): Buffer {
    if (name !== this.#name) {
      this.#hash = Buffer.from(sha256(this.#secret, Buffer.from(name)));
      this.#name = name;
    }
    return this.#hash;
  }
}
