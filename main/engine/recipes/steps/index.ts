import type { RecipeStep } from '#shared/recipes/index.ts';
import type { QueryOptions, Session } from '../../warehouse/index.ts';
import type { Built, Stage } from '../types.ts';
import { amounts } from './amounts.ts';
import { changeType } from './changeType.ts';
import { compute } from './compute.ts';
import { dates } from './dates.ts';
import { fill } from './fill.ts';
import { pivot, unpivot } from './reshape.ts';
import { dedupe, filter, outliers } from './rows.ts';
import { drop, merge, rename, reorder, split } from './shape.ts';
import { changeCase, halfWidth, map, replace, trim } from './text.ts';

/** What a step does to the rows before it. Pure but for pivots and unpivots, which ask the rows first. */
export function build(step: RecipeStep, stage: Stage, session: Session, options: QueryOptions): Built | Promise<Built> {
  const { columns } = stage;
  switch (step.kind) {
    case 'trim':
      return trim(step, columns);
    case 'halfWidth':
      return halfWidth(step, columns);
    case 'case':
      return changeCase(step, columns);
    case 'replace':
      return replace(step, columns);
    case 'map':
      return map(step, columns);
    case 'dates':
      return dates(step, columns);
    case 'amounts':
      return amounts(step, columns);
    case 'type':
      return changeType(step, columns);
    case 'split':
      return split(step, columns);
    case 'merge':
      return merge(step, columns);
    case 'compute':
      return compute(step, columns);
    case 'rename':
      return rename(step, columns);
    case 'drop':
      return drop(step, columns);
    case 'reorder':
      return reorder(step, columns);
    case 'fill':
      return fill(step, stage);
    case 'outliers':
      return outliers(step, stage);
    case 'dedupe':
      return dedupe(step, columns);
    case 'filter':
      return filter(step, columns);
    case 'unpivot':
      return unpivot(step, stage, session, options);
    case 'pivot':
      return pivot(step, stage, session, options);
  }
}
