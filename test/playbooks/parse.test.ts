import { describe, expect, it } from 'vitest';
import { parsePlaybook } from '#engine/playbooks/index.ts';
import { AppError } from '#shared/errors/index.ts';

const least = { format: 'clientscope.playbook', version: 1, name: 'p' };
const rule = { kind: 'group', combine: 'and', negate: false, items: [] };
const report = { title: 't', purpose: 'information', confidentiality: 'internal', language: 'zh', pages: [] };

function refusal(text: string): AppError {
  try {
    parsePlaybook(text, 'plan.json');
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('was accepted');
}

describe('parsePlaybook', () => {
  it('accepts the least, fills in the lists, and takes a BOM', () => {
    const playbook = parsePlaybook(`\uFEFF${JSON.stringify(least)}`, 'plan.json');
    expect(playbook).toMatchObject({ name: 'p', data: [], segments: [], reports: [] });
  });

  it('names line and column of what is not JSON', () => {
    const error = refusal('{\n  "format": "clientscope.playbook",\n  oops\n}');
    expect(error).toMatchObject({ messageId: 'playbookNotJson', params: { file: 'plan.json', line: 3, column: 3 } });
    expect(error.sentence('zh')).toContain('第 3 行第 3 列');
  });

  it('refuses 20,000 levels, closed or not, without overflowing', () => {
    const opened = `{"format":"clientscope.playbook",\n"x":${'['.repeat(20_000)}`;
    for (const text of [opened, `${opened}${']'.repeat(20_000)}}`, '{"a":'.repeat(20_000)]) {
      expect(refusal(text)).toMatchObject({ messageId: 'playbookTooDeep', params: { limit: 200 } });
    }
    expect(refusal(opened).params.line).toBe(2);
  });

  it('takes a rule nested as deep as the limit lets it', () => {
    const nested = (levels: number): object => (levels === 0 ? rule : { ...rule, items: [nested(levels - 1)] });
    const text = JSON.stringify({ ...least, segments: [{ name: 'deep', rule: nested(90) }] });
    expect(parsePlaybook(text, 'plan.json').segments).toHaveLength(1);
  });

  it('says that a playbook is newer before it looks at the rest', () => {
    const error = refusal(JSON.stringify({ ...least, version: 2, novelty: true }));
    expect(error).toMatchObject({ messageId: 'playbookNewer', params: { found: 2, known: 1 } });
  });

  it('names the path of what is wrong, in both languages', () => {
    const error = refusal(JSON.stringify({ ...least, segments: [{ name: 's', rule: { ...rule, combine: 'xor' } }] }));
    expect(error).toMatchObject({ messageId: 'playbookInvalid', params: { path: 'segments[0].rule.combine' } });
    expect(error.sentence('zh')).toContain('segments[0].rule.combine 无效');
    expect(error.sentence('en')).toContain('Invalid');
  });

  it('refuses unknown keys, another format and what is no object', () => {
    expect(refusal(JSON.stringify({ ...least, extra: 1 })).sentence('en')).toContain('extra');
    expect(refusal(JSON.stringify({ ...least, format: 'other' })).params.path).toBe('format');
    expect(refusal('[]').params.path).toBe('(root)');
    expect(refusal('null').messageId).toBe('playbookInvalid');
    expect(refusal(JSON.stringify({ ...least, funnels: [{}] })).params.path).toBe('funnels[0].name');
  });

  it.each([
    ['segments', { name: 'a', rule }],
    ['data', { name: 'a', file: 'x.csv' }],
    ['reports', { name: 'a', ...report }],
  ])('refuses a name given twice in %s', (list, item) => {
    const error = refusal(JSON.stringify({ ...least, [list]: [item, item] }));
    expect(error).toMatchObject({ messageId: 'playbookInvalid', params: { path: `${list}[1].name` } });
    expect(error.sentence('zh')).toContain('重复');
  });

  it('refuses a number that JSON would round', () => {
    const test = { op: 'eq', value: 0 };
    const item = { kind: 'condition', field: { table: 't', field: 'f' }, test };
    const text = JSON.stringify({ ...least, segments: [{ name: 's', rule: { ...rule, items: [item] } }] });
    expect(refusal(text.replace('"value":0', '"value":12345678901234567890')).sentence('en')).toContain('as text');
  });
});
