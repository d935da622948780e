import {
  clientsContract,
  featuresContract,
  funnelsContract,
  portraitsContract,
  roiContract,
  segmentsContract,
} from './analyses.ts';
import { datasetsContract } from './datasets.ts';
import { definitionsContract } from './definitions.ts';
import { historyContract } from './history.ts';
import { intakeContract } from './intake.ts';
import { matchingContract } from './matching.ts';
import type { Contract } from './method.ts';
import { qualityContract } from './quality.ts';
import { derivedContract, recipesContract } from './recipes.ts';
import { reportsContract } from './reports.ts';
import { versionsContract } from './versions.ts';
import { workspaceContract } from './workspace.ts';

/** Everything a window can ask of the engine. */
export const engineContract = {
  ...workspaceContract,
  ...intakeContract,
  ...datasetsContract,
  ...qualityContract,
  ...versionsContract,
  ...definitionsContract,
  ...historyContract,
  ...recipesContract,
  ...derivedContract,
  ...matchingContract,
  ...clientsContract,
  ...featuresContract,
  ...segmentsContract,
  ...reportsContract,
  ...funnelsContract,
  ...roiContract,
  ...portraitsContract,
} satisfies Contract;

export type EngineContract = typeof engineContract;
