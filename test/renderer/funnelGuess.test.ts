import { describe, expect, it } from 'vitest';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { emptyFunnel } from '../../renderer/features/funnels/guess.ts';

describe('the time a new funnel goes by', () => {
  it('is the one that differs from step to step, not the one at which the case was opened', () => {
    const opened = field('case:REG_DATE', 'timestamp', 13_087);
    const happened = field('time:timestamp', 'timestamp', 248_000);
    expect(timeOf(opened, happened)).toBe('time:timestamp');
    expect(timeOf(happened, opened)).toBe('time:timestamp');
  });

  it('is a time rather than a date, and of equals the first', () => {
    expect(timeOf(field('日', 'date', 900), field('时间', 'timestamp', 800))).toBe('时间');
    expect(timeOf(field('开始', 'timestamp', 800), field('结束', 'timestamp', 800))).toBe('开始');
    expect(timeOf(field('申请日', 'date', 30), field('办理日', 'date', 300))).toBe('办理日');
  });

  it('needs a table that has one', () => {
    expect(timeOf(field('编号', 'integer', 10))).toBeUndefined();
  });
});

const timeOf = (...fields: Field[]) => emptyFunnel(tableOf(fields))?.time;

function field(name: string, type: Field['type'], approximateDistinct: number): Field {
  return {
    name,
    type,
    nativeType: '',
    sensitivity: 'internal',
    nulls: 0,
    minimum: null,
    maximum: null,
    approximateDistinct,
  };
}

function tableOf(fields: Field[]): Dataset {
  return {
    id: 'd',
    name: '事件',
    version: 1,
    file: 'events.csv',
    bytes: 0,
    sha256: '',
    format: 'delimited',
    options: {},
    rows: 1,
    quarantined: 0,
    loadedAt: '',
    fields,
  };
}
