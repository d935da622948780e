import { clients } from './clients.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { data } from './data.ts';
import { features } from './features.ts';
import { funnels } from './funnels.ts';
import { intake } from './intake.ts';
import { matching } from './matching.ts';
import { portraits } from './portraits.ts';
import { privacy } from './privacy.ts';
import { quality } from './quality.ts';
import { recipes } from './recipes.ts';
import { reports } from './reports.ts';
import { roi } from './roi.ts';
import { segments } from './segments.ts';
import { start } from './start.ts';
import { versions } from './versions.ts';

export const zh = {
  clients,
  commands,
  common,
  data,
  features,
  funnels,
  intake,
  matching,
  portraits,
  privacy,
  quality,
  recipes,
  reports,
  roi,
  segments,
  start,
  versions,
} as const;
