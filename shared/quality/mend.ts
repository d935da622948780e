import { isMasked } from '../privacy/sensitivity.ts';
import type { RecipeStep } from '../recipes/index.ts';
import type { QualityFinding } from './findings.ts';
import type { Assessment, FieldQuality } from './result.ts';

/** Names of the columns that a mending step adds. */
export interface MendNames {
  valid(field: string): string;
  outlier(field: string): string;
}

const on = { enabled: true } as const;

/**
 * The recipe step that mends a finding, filled in as far as the assessment tells; null where no step does. A `map` comes
 * without values: which spellings become one is found when it is asked for.
 */
export function mendOf(finding: QualityFinding, assessment: Assessment, names: MendNames): RecipeStep | null {
  const quality = assessment.fields.find(({ field }) => field === finding.fields[0]);
  if (finding.kind === 'duplicateRows')
    return { kind: 'dedupe', ...on, keys: assessment.fields.map(({ field }) => field), keep: { kind: 'first' } };
  return quality ? ofField(finding, quality, assessment.asOf, names) : null;
}

function ofField({ kind }: QualityFinding, quality: FieldQuality, asOf: string, names: MendNames): RecipeStep | null {
  const { field, type, sensitivity } = quality;
  const fields = [field];
  const text = type === 'text';
  const numeric = type === 'integer' || type === 'number' || type === 'decimal';
  switch (kind) {
    case 'spaces':
      return text ? { kind: 'trim', ...on, fields, collapse: true } : null;
    case 'width':
      return text ? { kind: 'halfWidth', ...on, fields } : null;
    case 'spelling':
      return isMasked(sensitivity) ? null : { kind: 'map', ...on, field, values: [], others: 'keep' };
    case 'code':
      return withoutCodes(quality);
    case 'mixedForms':
    case 'textForms':
      return parsed(quality);
    case 'duplicateKey':
      return { kind: 'dedupe', ...on, keys: fields, keep: { kind: 'first' } };
    case 'invalid':
      return flagged(quality, asOf, names);
    case 'incomplete':
      return numeric && !isMasked(sensitivity)
        ? { kind: 'fill', ...on, fields, with: { kind: 'median' }, group: [] }
        : null;
    case 'skewed':
      return numeric
        ? {
            kind: 'outliers',
            ...on,
            fields,
            by: { kind: 'iqr', factor: 1.5 },
            action: { kind: 'flag', into: names.outlier(field) },
          }
        : null;
    case 'empty':
    case 'constant':
      return { kind: 'drop', ...on, fields };
    case 'duplicateRows':
    case 'nearlyConstant':
    case 'highCardinality':
    case 'correlated':
    case 'untested':
    case 'stale':
      return null;
  }
}

/** Codes become empty: of a text as values of a list, of numbers and days by an expression, which keeps their type. */
function withoutCodes({ field, type, codes }: FieldQuality): RecipeStep | null {
  const found = codes.map(({ code }) => code);
  if (found.length === 0) return null;
  if (type === 'text') return { kind: 'map', ...on, field, values: [{ from: found, to: null }], others: 'keep' };
  const written = type === 'date' || type === 'timestamp' ? (code: string) => `'${code}'` : (code: string) => code;
  const tests = found.map((code) => `${nameOf(field)} = ${written(code)}`).join(' or ');
  return { kind: 'compute', ...on, into: field, expression: `if(${tests}, null, ${nameOf(field)})` };
}

function parsed({ field, forms }: FieldQuality): RecipeStep | null {
  if (forms?.kind === 'date')
    return { kind: 'dates', ...on, fields: [field], to: 'date', order: 'dmy', serials: '1900' };
  return forms && { kind: 'amounts', ...on, fields: [field], to: 'number', percent: 'fraction', decimalMark: '.' };
}

/** A yes/no column beside the field: which rows to drop or correct is the analyst's to say. */
function flagged({ field, test }: FieldQuality, asOf: string, names: MendNames): RecipeStep | null {
  const expression = test && validityOf(field, test.kind, asOf);
  return expression ? { kind: 'compute', ...on, into: names.valid(field), expression } : null;
}

function validityOf(field: string, test: NonNullable<FieldQuality['test']>['kind'], asOf: string): string {
  const name = nameOf(field);
  switch (test) {
    case 'date':
      return `${name} >= '1900-01-01'`;
    case 'pastDate':
      return `${name} >= '1900-01-01' and ${name} <= '${asOf}'`;
    default:
      return `isvalid(${name}, '${test}')`;
  }
}

const nameOf = (field: string): string => `[${field.replaceAll(']', ']]')}]`;
