/** Which matrix of capabilities holds: the one adopted last. */
import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { defineEntry } from "../define/entry-type.ts";
import { closed, FileHash, Source } from "../define/fields.ts";
import { defineRecord, keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { command, lookup } from "../law/command.ts";
import { MatrixFile, type MatrixRow } from "./capability-matrix.ts";

/** There is one matrix in a district. */
const MATRIX_ID = "CN";

/** A matrix that was adopted: the hash of its file, where it is from, and how many rows it has. */
export type AdoptedMatrix = { readonly file: string; readonly source: string; readonly rows: number };

/** What the journal says of the matrix; the last one holds. */
export type MatrixBook = { readonly adopted: readonly AdoptedMatrix[] };

/** A matrix of capabilities was adopted. */
export const zoneCapabilitiesAdopted = defineEntry({
  type: "zone.capabilities-adopted",
  version: 1,
  body: Type.Object({ file: FileHash, source: Source, rows: Type.Integer() }),
});

/** The record of matrices. */
export const MatrixRecord = defineRecord<MatrixBook>({
  kind: "zone-capabilities",
  on: {
    "zone.capabilities-adopted": (book, { body }: { readonly body: AdoptedMatrix }) => ({
      adopted: [...(book?.adopted ?? []), { file: body.file, source: body.source, rows: body.rows }],
    }),
  },
});

/** The matrix that holds; undefined when none was adopted yet. */
export const adoptedMatrix = (records: Records): AdoptedMatrix | undefined =>
  records.find(MatrixRecord, MATRIX_ID)?.adopted.at(-1);

/** What has to be read to know the matrix that holds. */
export const matrixNeeds = (records: Records): readonly Need[] => {
  const adopted = adoptedMatrix(records);
  return [may(MatrixRecord, MATRIX_ID), ...(adopted ? [may(MatrixFile, adopted.file)] : [])];
};

/** The rows of the matrix that holds; none before one was adopted. */
export const matrixRows = (records: Records): readonly MatrixRow[] => {
  const adopted = adoptedMatrix(records);
  return (adopted && records.find(MatrixFile, adopted.file)?.rows) ?? [];
};

/** Adopts a matrix of what types of zones may do: for every day, in place of the one before. */
export const adoptCapabilities = command({
  name: "zone.adopt-capabilities",
  title: { en: "Adopt the capabilities of zone types", zh: "启用区域功能矩阵" },
  by: ["administrator"],
  request: Type.Object({ file: FileHash, source: Source }, closed),
  needs: ({ file }) => [may(MatrixRecord, MATRIX_ID), must(MatrixFile, file, "/file")],
  places: () => [],
  decide: (request, { records }) => {
    const { rows, faults } = records.get(MatrixFile, request.file);
    if (faults.length > 0)
      return refuse(
        "invalid-request",
        "The matrix has mistakes; it was not adopted.",
        "Correct the file, send it again, and adopt it under its new hash.",
        faults.map((detail) => ({ pointer: "/file", detail })),
      );
    if (adoptedMatrix(records)?.file === request.file)
      return refuse("not-now", "This matrix holds already.", "Nothing is left to do.");
    return accept({
      type: "zone.capabilities-adopted",
      records: [keyOf(MatrixRecord, MATRIX_ID)],
      body: { ...request, rows: rows.length },
    });
  },
  answer: ([entry]) => ({
    position: entry!.position,
    rows: (entry!.body as unknown as AdoptedMatrix).rows,
  }),
});

/** The matrix of capabilities that holds, row by row with its sources. */
export const showCapabilities = lookup({
  name: "zone.capabilities",
  title: { en: "Capabilities of zone types", zh: "区域功能矩阵" },
  by: "signed-in",
  request: Type.Object({}, closed),
  needs: (_, records) => matrixNeeds(records),
  answer: (_, { records }) => ({
    matrix: adoptedMatrix(records) ?? null,
    rows: matrixRows(records),
  }),
});
