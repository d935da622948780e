import { mask } from './mask.ts';
import type { Sensitivity } from './sensitivity.ts';

/** A line of JSON, or what was meant to be one, with the values of these fields masked. */
export function maskJsonLine(line: string, hidden: readonly (readonly [string, Sensitivity])[]): string {
  return hidden.reduce((text, [name, sensitivity]) => {
    const shown = (before: string, value: string) => `${before}"${mask(value, sensitivity)}"`;
    return text.replace(valueAfter(name), (_all, before: string, quoted?: string, bare?: string) =>
      shown(before, quoted ?? bare ?? ''),
    );
  }, line);
}

/** The value that follows a field's name; a text left open goes on to the end. */
function valueAfter(name: string): RegExp {
  const key = JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(${key}\\s*:\\s*)(?:"((?:[^"\\\\]|\\\\.)*)"?|([^",}\\]\\s]+))`, 'g');
}
