import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelBalance } from '#engine/quality/index.ts';
import { type ClientsDefinition, type Side, suggestSide } from '#shared/clients/index.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

test.each<[Side | null, string]>([
  ...['手机银行', '个人网银', '微信小程序', 'App', 'mobile_app', 'H5', 'WeChat', 'onlineBanking', '远程银行'].map(
    (word): [Side, string] => ['online', word],
  ),
  ...['柜台', '城东网点', '客户经理', 'ATM', '自动柜员机', '自助终端', '电话银行', 'branch-01', '柜面流水.csv'].map(
    (word): [Side, string] => ['offline', word],
  ),
  ...['批量代扣', '系统自动', 'BATCH'].map((word): [Side, string] => ['other', word]),
  ...['其他', '客户', 'happen', '交易明细'].map((word): [null, string] => [null, word]),
])('%s: %s', (side, word) => {
  expect(suggestSide(word)).toBe(side);
});

const channels = ['网银', ' 网银 ', '柜台', '批量', '合作方', '', null] as const;
const sideOf: Readonly<Record<string, Side>> = { 网银: 'online', 柜台: 'offline', 批量: 'other', 合作方: 'offline' };

test('shares of records and clients are those of counting by hand, and nothing is lost', () =>
  withWorkspace(async (workspace) => {
    const field = hostileNames[0];
    const who = fc.constantFrom('a', 'b', 'c', 'x', ' ', null);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(who, fc.constantFrom(...channels)), { minLength: 1, maxLength: 25 }),
        fc.array(who, { maxLength: 6 }),
        async (used, counter) => {
          const [list, facts, till] = [`名单${run}`, `流水${run}`, `柜面${run}`];
          run += 1;
          const of = (name: string) => ({ name, type: 'text' as const });
          await addTable(workspace, list, [of('k')], [['a'], ['b'], ['c'], ['d']]);
          await addTable(workspace, facts, [of('k'), of(field)], used);
          await addTable(
            workspace,
            till,
            [of('k'), of('note')],
            counter.map((key) => [key, null]),
          );
          const model: ClientsDefinition = {
            ...{ table: list, key: { kind: 'field', field: 'k' } },
            facts: [
              { table: facts, field: 'k', roles: { channel: field } },
              { table: till, field: 'k' },
            ],
            sides: [{ table: facts, value: '合作方', side: 'offline' }],
          };
          const { result } = await channelBalance(workspace, model, 'model');

          const rows = [
            ...used.map(([key, channel]) => ({ key, side: sideOf[channel?.trim() ?? ''] ?? 'unknown' })),
            ...counter.map((key) => ({ key, side: 'offline' })),
          ];
          const many = (side: string) => rows.filter((row) => row.side === side).length;
          const unknown = many('unknown') + 4;
          expect(result.records).toEqual({
            ...{ online: many('online'), offline: many('offline'), other: many('other'), unknown },
            total: rows.length + 4,
          });
          for (const { records } of [result, ...result.sources]) {
            const { total, ...parts } = records;
            expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
          }
          const clients = ['a', 'b', 'c'].map(
            (key) => new Set(rows.filter((row) => row.key === key).map(({ side }) => side)),
          );
          const kindOf = (sides: ReadonlySet<string>) =>
            sides.has('online')
              ? sides.has('offline')
                ? 'both'
                : 'online'
              : sides.has('offline')
                ? 'offline'
                : 'unknown';
          const counted = clients.filter(({ size }) => size > 0).map(kindOf);
          const number = (kind: string) => counted.filter((each) => each === kind).length;
          expect(result.clients).toEqual({
            ...{
              online: number('online'),
              offline: number('offline'),
              both: number('both'),
              unknown: number('unknown'),
            },
            total: counted.length,
          });
        },
      ),
      { numRuns: 8 },
    );
    const { result } = await channelBalance(workspace, null, 'all');
    expect(result.clients).toBeNull();
    expect(result.sources).toHaveLength(3 * run);
  }));
