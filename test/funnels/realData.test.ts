import { describe, expect, it } from 'vitest';
import { computeFunnel } from '#engine/funnels/index.ts';
import { funnelResultSchema } from '#shared/funnels/index.ts';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { resultOf, run } from '../playbooks/support.ts';

const steps = ['A_SUBMITTED', 'A_PREACCEPTED', 'A_ACCEPTED', 'A_FINALIZED', 'O_SENT_BACK', 'A_APPROVED'].map(
  (event) => ({
    name: event,
    all: [{ field: 'concept:name', test: { op: 'eq', value: event } }],
  }),
);
const funnel = { scope: { kind: 'all' }, table: 'events', time: 'time:timestamp', steps };

describe.skipIf(sharedData === null)(`real input${whySkipped}`, () => {
  it('finds the published way of 13,087 loan applications, in an event log that is its own client list', () =>
    withWorkspace(async (workspace) => {
      const { results } = await run(workspace, sharedData ?? '', {
        data: [{ name: 'events', file: 'bpi2012/bpic2012.csv.gz' }],
        clients: { table: 'events', key: { kind: 'field', field: 'case:concept:name' } },
        funnels: [
          { name: 'in order', ...funnel },
          { name: 'whatever order', ...funnel, order: 'any' },
          { name: 'of one application each', ...funnel, entry: 'case:concept:name' },
        ],
      });
      for (const name of ['in order', 'whatever order', 'of one application each']) {
        const result = funnelResultSchema.parse(resultOf(results, 'funnel', name));
        expect(result.steps.map(({ entries }) => entries)).toEqual([13087, 7367, 5113, 5015, 3254, 2246]);
        expect(result.steps.map(({ clients }) => clients)).toEqual([13087, 7367, 5113, 5015, 3254, 2246]);
        expect(result).toMatchObject({ withoutTime: 0, withoutKey: 0, open: null, groups: null });
      }
      // Nobody accepts an application that was never submitted, and no two steps of one come in the wrong order.
      const [{ body } = { body: null }] = workspace.catalogue.definitions
        .list('funnel')
        .flatMap((each) => (each.kind === 'funnel' ? [each] : []));
      if (body === null) throw new Error('the funnel was not saved');
      const { result } = await computeFunnel(workspace, { ...body, window: { size: 1, unit: 'minute' } });
      expect(result.steps.at(-1)?.entries).toBe(0);
    }));
});
