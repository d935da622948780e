import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from '#shared/reports/index.ts';

describe('html', () => {
  it('escapes what is put in, and splices what is HTML already', () => {
    const name = `<img src=x onerror="a('b')"> & co`;
    expect(html`<p title="${name}">${html`<b>${name}</b>`}${[html`<i>${1}</i>`]}</p>`.text).toBe(
      '<p title="&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; co"><b>&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; co</b><i>1</i></p>',
    );
  });

  it('puts in 0 and the empty text as they are', () => {
    expect(html`[${0}][${''}]`.text).toBe('[0][]');
  });

  it('shows what would hide or turn text', () => {
    expect(escapeHtml('a\nb\u202Ec\u0000d\uD800')).toBe('a⏎b\uFFFDc\uFFFDd\uFFFD');
    expect(escapeHtml('客户😀')).toBe('客户😀');
  });

  it('lets no text end an element, an attribute or open a tag', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', '=', '\n', '\u202E', '客', '</p>'),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeHtml(text);
        const back = escaped.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => {
          return { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }[name] ?? '';
        });
        return (
          !/[<>"'\n\u202E]|&(?!(?:amp|lt|gt|quot|#39);)/.test(escaped) &&
          back === text.replaceAll('\n', '⏎').replaceAll('\u202E', '\uFFFD')
        );
      }),
      { numRuns: 2000 },
    );
  });
});
