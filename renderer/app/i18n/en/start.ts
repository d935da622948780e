import type { SameShape } from '../shape.ts';
import type { start as zh } from '../zh/start.ts';

export const start = {
  promise: 'Turns exported data into client analysis that stands up to questions. Nothing leaves this computer.',
  sampleTitle: 'Sample portfolio',
  sampleBody: '2,000 business clients with transactions, loan applications and campaigns, one click away.',
  openSample: 'Open the sample portfolio',
  preparing: 'Preparing the sample portfolio',
  ownTitle: 'Your own data',
  ownBody: 'A workspace is a folder that only you can read.',
  create: 'New workspace',
  open: 'Open a workspace',
  playbookTitle: 'Playbook',
  playbookBody: 'A colleague’s recipes, segments and reports, on your own data.',
  playbook: 'New from a playbook…',
  filling: 'Making a workspace of the playbook',
  failed_one: 'The workspace is there; {{count}} of its parts failed:',
  failed_other: 'The workspace is there; {{count}} of its parts failed:',
  failedOne: '“{{name}}”: {{why}}',
  recent: 'Recent',
  noRecent: 'No workspace has been opened yet. Look at the sample portfolio, or make a new one.',
  forget: 'Remove {{name}} from the list',
  version: 'Version {{version}}',
  offline: 'Works offline',
} satisfies SameShape<typeof zh>;
