/**
 * How large a zip file says it becomes. A workbook is a zip file, and some kilobytes of it can unpack to gigabytes; the
 * reader unpacks no entry beyond the size it declares, so whoever adds those up first knows the most it can take.
 */
import { TableFault } from "./table.ts";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const DEFLATED = 8;
/** A stream of nothing is two bytes long; a longer one that claims to unpack to nothing lies. */
const EMPTY_STREAM = 2;

/** The sum of the sizes that the entries declare, in bytes. @throws TableFault when it is no zip file, or lies */
export const declaredSize = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  refuseZip64(view, end);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw notWhole();
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (unpacked === 0 && packed > EMPTY_STREAM && view.getUint16(at + 10, true) === DEFLATED)
      throw new TableFault(
        "an entry of the workbook hides its size; save it again with a spreadsheet program",
      );
    total += Math.max(packed, unpacked);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
};

/** Where one of these stands at its most, readers of ZIP64 look for another list of entries, which may say anything. */
const refuseZip64 = (view: DataView, end: number): void => {
  const [count, size, start] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff)
    throw new TableFault("the workbook is a ZIP64 file, as only huge ones are; save it again as .xlsx");
};

const endOf = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - END_BYTES - MOST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === END) return at;
  throw notWhole();
};

const notWhole = (): TableFault => new TableFault("the file is no whole workbook; save it again as .xlsx");
