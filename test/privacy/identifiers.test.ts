import { describe, expect, it } from 'vitest';
import { identifierKind, isCardNumber, isCreditCode, isIdNumber, isMobile } from '#shared/privacy/identifiers.ts';

describe('identifiers', () => {
  it('knows an ID number by its date and check digit', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('11010519491231002x')).toBe(true);
    expect(isIdNumber('110105194912310021')).toBe(false);
    expect(isIdNumber('110105194902300027')).toBe(false);
  });

  it('knows a credit code by its check character', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
  });

  it('knows a mobile number by its plan', () => {
    expect(isMobile('+86 138-1234-5678')).toBe(true);
    expect(isMobile('12812345678')).toBe(false);
    expect(isMobile('138123456789')).toBe(false);
  });

  it('knows a card by its check digit', () => {
    expect(isCardNumber('4111 1111 1111 1111')).toBe(true);
    expect(isCardNumber('4111111111111112')).toBe(false);
    expect(isCardNumber('0000000000000000')).toBe(false);
  });

  it('names the kind, and none for ordinary text', () => {
    expect(identifierKind(' 13812345678 ')).toBe('phone');
    expect(identifierKind('2026-10-31')).toBeNull();
    expect(identifierKind('2143')).toBeNull();
  });
});
