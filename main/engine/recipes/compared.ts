import type { ComparedConstant } from '#shared/privacy/parameters.ts';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import type { Sql } from '../warehouse/index.ts';
import { classOf } from './classes.ts';
import type { CompiledStep } from './compile.ts';
import type { Built } from './types.ts';

/** The texts of steps about fields that are masked: provenance hides them, whatever stands in them. */
export function comparedIn(compiled: readonly CompiledStep[]): ComparedConstant[] {
  return compiled.flatMap(({ built, before }) => {
    if (built === null) return [];
    const about = new Set(fieldsOf(built));
    const hides = before.columns.some((column) => about.has(column.name) && isMasked(classOf(column)));
    if (!hides) return [];
    const texts = partsOf(built)
      .flatMap(({ values }) => values)
      .filter((value) => typeof value === 'string');
    return texts.map((value) => ({ value, sensitivity: 'secret' as const }));
  });
}

function fieldsOf(built: Built): string[] {
  switch (built.shape) {
    case 'cells': {
      const touched = built.columns.filter((column) => column.touched);
      return [...(built.about ?? []), ...touched.flatMap(({ was }) => was ?? [])];
    }
    case 'rows':
    case 'table':
      return [...built.about];
  }
}

function partsOf(built: Built): Sql[] {
  switch (built.shape) {
    case 'cells':
      return [
        ...built.columns.filter((column) => column.touched).map(({ value }) => value),
        ...(built.joins ? [built.joins] : []),
      ];
    case 'rows':
      return [built.keep];
    case 'table':
      return [built.query];
  }
}
