import { describe, expect, it } from 'vitest';
import { identifierKind } from '#shared/privacy/identifierKind.ts';

describe('identifierKind', () => {
  it.each([
    ['11010519491231002X', 'idNumber'],
    ['91350100M000100Y43', 'creditCode'],
    [' 13812345678 ', 'phone'],
    ['+86 138-1234-5678', 'phone'],
    ['4111 1111 1111 1111', 'card'],
    ['zhang@example.com', 'email'],
  ])('knows %s as %s', (text, kind) => {
    expect(identifierKind(text)).toBe(kind);
  });

  it.each([
    '110105194912310021',
    '91350100M000100Y44',
    '12812345678',
    '4111111111111112',
    '2026-10-31',
    '2143',
    'yes',
    '',
  ])('takes %j for ordinary text', (text) => {
    expect(identifierKind(text)).toBeNull();
  });
});
