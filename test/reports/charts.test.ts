import { describe, expect, it } from 'vitest';
import { curves } from '../../main/engine/reports/charts/curves.ts';
import { stairs } from '../../main/engine/reports/charts/stairs.ts';
import { wholeTicks } from '../../main/engine/reports/charts/ticks.ts';
import { textOf } from './sound.ts';

describe('the curves of an ROI page', () => {
  const points = [4, 2, 1, 0.5, 0.25, 0.125, 0.06].map((y, i) => ({ x: i + 1, y }));
  const fit = { a: 8, lambda: Math.LN2, from: 1, to: 7 };
  const series = [
    { name: 'slow', inFocus: false, points, fit: null },
    { name: 'fast', inFocus: true, points, fit },
  ];
  const axes = { xLabel: 'week', yLabel: 'ROAS', yText: String, level: { value: 1, label: 'even' }, crossing: 4 };
  const textsOf = (drawing: string) =>
    [...drawing.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = '']) => textOf(text));

  it('have the one in focus first among the names, in the first colour, and over the others', () => {
    const { text } = curves(series, axes);
    expect(textsOf(text).slice(0, 2)).toEqual(['fast', 'slow']);
    const drawn = [...text.matchAll(/<g class="(series[^"]*)">(?=<path class="fit"|(?:<\w+ [^>]*><\/\w+>){2})/g)];
    expect(drawn.map(([, classes]) => classes)).toEqual(['series s2', 'series s1 focus']);
  });

  it('begin at the first period, and name break-even and where it is crossed', () => {
    const { text } = curves(series, axes);
    const texts = textsOf(text);
    expect(texts).toContain('even');
    expect(texts).not.toContain('0.06');
    const [x] =
      /<circle cx="(\d+)" cy="[\d.]+"/.exec(text.slice(text.indexOf('series s1 focus"><path')))?.slice(1) ?? [];
    const first = /<text class="tick" x="(\d+)"[^>]*"middle">1<\/text>/.exec(text)?.[1];
    expect(first).toBe(x);
    expect(text).toMatch(/class="tick look-ink"[^>]*>4</);
  });

  it('have no line and no crossing without a level', () => {
    const { text } = curves(series, { ...axes, level: null });
    expect(text).not.toMatch(/class="level"|look-ink|even/);
  });

  it('stand on whole numbers, both ends among them and none too close', () => {
    expect(wholeTicks(1, 40, 8)).toEqual([1, 5, 10, 15, 20, 25, 30, 35, 40]);
    expect(wholeTicks(1, 7, 8)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(wholeTicks(0, 52, 8)).toEqual([0, 10, 20, 30, 40, 52]);
    expect(wholeTicks(3, 3, 8)).toEqual([3]);
  });
});

describe('the stairs of a funnel page', () => {
  const stair = { label: 'a', share: 1, count: '100', told: '100.0%', since: '', leaks: false };

  it('tell the leaking step by colour and by mark, with its share and interval', () => {
    const { text } = stairs(
      [stair, { ...stair, label: 'b', share: 0.5, since: '50.0% (40.4%–59.6%)', leaks: true }],
      's',
    );
    expect(text.match(/class="look"/g)).toHaveLength(1);
    expect(text).toMatch(/<rect class="look" x="150" y="\d+" width="125"/);
    expect(textOf(text)).toContain('▼ 50.0% (40.4%–59.6%)');
  });

  it('mark nothing that may not be told', () => {
    const { text } = stairs([stair, { ...stair, share: 0, count: '…', told: '', leaks: true }], 's');
    expect(textOf(text)).not.toContain('▼');
  });
});
