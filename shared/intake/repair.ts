import { z } from 'zod';
import { fieldTypeSchema } from './types.ts';

/** A row out of the quarantine that became a row of the dataset: where it stood in its file, and when. */
export const repairSchema = z.strictObject({
  id: z.number().int().positive(),
  line: z.number().int().nonnegative(),
  /** The file that it stood in, where several became one table. */
  file: z.string().optional(),
  at: z.string(),
});
export type Repair = z.infer<typeof repairSchema>;

/**
 * What becomes of one field of a repaired row: text out of the file, by its place among the `pieces` of the line (several
 * are put together again as they stood), or what the analyst has written. '' is no value.
 */
export const repairCellSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('kept'),
    field: z.string(),
    pieces: z.array(z.number().int().nonnegative()).min(1),
  }),
  z.strictObject({ kind: z.literal('written'), field: z.string(), text: z.string().max(10_000) }),
]);
export type RepairCell = z.infer<typeof repairCellSchema>;

/**
 * Why a cell cannot be taken: it is no value of its field's type; it is masked and its field is not; or it holds
 * characters that could not be read.
 */
export const cellFaultSchema = z.strictObject({
  field: z.string(),
  fault: z.enum(['notOfType', 'hidden', 'damaged']),
  type: fieldTypeSchema,
});
export type CellFault = z.infer<typeof cellFaultSchema>;

/** A quarantined row, ready to be repaired. */
export const repairFormSchema = z.strictObject({
  /** The line cut into its cells, masked as the quarantine shows them; empty where nobody can say where they are. */
  pieces: z.array(z.strictObject({ text: z.string(), masked: z.boolean() })),
  /** What stands between the pieces in the file. */
  delimiter: z.string(),
  /** One a field of the dataset, in its order. */
  cells: z.array(repairCellSchema),
  faults: z.array(cellFaultSchema),
});
export type RepairForm = z.infer<typeof repairFormSchema>;
