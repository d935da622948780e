import type { Warehouse, WarehouseOptions } from './types.ts';

/**
 * Opens a DuckDB with its whole pool and locks it down: from then on it reaches nothing outside `files` and `spill`, and
 * no statement can change that. Fails with `fileLocked` when another process has it open, `corrupt` when it is damaged.
 */
export async function openWarehouse(options: WarehouseOptions): Promise<Warehouse> {
  // Loaded here, because the engine answers its first calls before anybody opens a workspace.
  const { connectWarehouse } = await import('./warehouse.ts');
  return connectWarehouse(options);
}
