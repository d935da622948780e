import type { Provenance } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import {
  type Assessment,
  chooseTest,
  type FieldQuality,
  filledOf,
  formKindOf,
  meanParts,
  scoreOf,
  timelinessOf,
} from '#shared/quality/index.ts';
import { provenanceOf, versionOf } from '../datasets/index.ts';
import type { QueryOptions, Row, Sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type Found, fieldQuality } from './field.ts';
import { figuresOf } from './figures.ts';
import { distinctRowsSql, distinctSql, isKey, maybeAKey } from './keys.ts';
import { codesFoundSql, groupedSql, type Measures, measuresOf, readingSql } from './measures.ts';
import { type Aspect, isNumeric, type Told } from './problems.ts';
import { sampledRows, sampleTexts } from './sample.ts';
import { fewValues, type Spelling, spellingOf } from './spelling.ts';
import { chunksOf, stepsOf } from './steps.ts';

/** An assessment with what listing its rows takes. */
export interface Assessed {
  readonly result: Assessment;
  readonly provenance: Provenance;
  readonly aspects: ReadonlyMap<string, Aspect>;
  readonly told: ReadonlyMap<string, Told>;
}

/** Fields per statement: each has up to ten aggregates. */
const fieldsAtOnce = 40;

/** Assesses every field of a dataset against a day. Nothing is kept; see `assessDataset`. */
export async function assess(
  workspace: Workspace,
  dataset: Dataset,
  asOf: string,
  options: QueryOptions,
): Promise<Assessed> {
  const started = performance.now();
  const statements: Sql[] = [];
  const steps = stepsOf(options);
  const rowsOf = async (statement: Sql): Promise<Row[]> => {
    statements.push(statement);
    return workspace.warehouse.rows(statement, steps.next());
  };
  const worded = dataset.fields.filter(({ type }) => type === 'text' || type === 'integer');
  const texts = await sampleTexts(workspace, dataset, worded, { signal: options.signal });
  const aspects = dataset.fields.map((field) => aspectOf(field, asOf, texts.get(field.name) ?? []));
  const [few, many] = [aspects.filter(hasFewValues), aspects.filter((aspect) => !hasFewValues(aspect))];
  const chunks = chunksOf(many, fieldsAtOnce);
  steps.expect(few.length + chunks.length + 3);

  const measures = new Map<Aspect, Measures>();
  const tops = new Map<Aspect, FieldQuality['top']>();
  const distinct = new Map<Aspect, number>();
  const spelling = new Map<Aspect, Spelling | null>();
  for (const chunk of chunks) {
    const [row] = await rowsOf(readingSql(dataset, chunk));
    for (const [i, aspect] of chunk.entries()) measures.set(aspect, measuresOf(row ?? {}, aspect, i));
  }
  for (const aspect of few) {
    const [row] = await rowsOf(groupedSql(dataset, aspect));
    const measured = measuresOf(row ?? {}, aspect, 0);
    const filled = filledOf(measured, dataset.rows);
    measures.set(aspect, measured);
    distinct.set(aspect, Number(row?.values ?? 0));
    tops.set(aspect, filled === 0 ? null : { share: Number(row?.top ?? 0) / filled, exact: true });
    if (aspect.field.type === 'text')
      spelling.set(aspect, await spellingOf(workspace, dataset, aspect, { signal: options.signal }));
  }
  const codes = await codesOf(rowsOf, dataset, aspects);
  const filledIn = (aspect: Aspect) => filledOf(measures.get(aspect) ?? { nulls: 0, blank: 0 }, dataset.rows);
  const keys = await keysOf(
    rowsOf,
    dataset,
    aspects.filter((aspect) => maybeAKey(aspect, filledIn(aspect))),
    filledIn,
  );
  const isUnique = [...keys].some(([aspect, count]) => count === dataset.rows && filledIn(aspect) === dataset.rows);
  const differentRows =
    isUnique || dataset.rows === 0 ? dataset.rows : Number((await rowsOf(distinctRowsSql(dataset)))[0]?.n ?? 0);
  const figures = await figuresOf(workspace, dataset, { signal: options.signal });

  const found = aspects.map((aspect): Found => {
    const counted = keys.get(aspect) ?? distinct.get(aspect);
    return {
      aspect,
      measures: measures.get(aspect) ?? measuresOf({}, aspect, 0),
      codes: codes.get(aspect) ?? [],
      spelling: spelling.get(aspect)?.said ?? null,
      distinct: { count: counted ?? aspect.field.approximateDistinct, exact: counted !== undefined },
      key: keyOf(keys.get(aspect), filledIn(aspect)),
      top: tops.get(aspect) ?? figures.tops.get(aspect.field.name) ?? null,
      skew: figures.skews.get(aspect.field.name) ?? null,
    };
  });
  const fields = found.map((each) => fieldQuality(each, dataset.rows));
  const timeliness = timelinessIn(fields, asOf);
  const mean = meanParts(fields.map(({ parts }) => parts));
  const duplicateRows = dataset.rows - differentRows;
  const parts = {
    ...mean,
    uniqueness: withWholeRows(fields, duplicateRows, dataset.rows),
    timeliness: timeliness && timelinessOf(timeliness.days),
  };
  const result: Assessment = {
    ...{ version: dataset.version, rows: dataset.rows, asOf, sampled: sampledRows(dataset.rows), duplicateRows },
    ...{ timeliness, correlated: figures.correlated, compared: figures.compared, fields },
    ...{ parts, score: dataset.rows === 0 ? null : scoreOf(parts) },
  };
  return {
    result,
    provenance: provenanceOf(statements, [], [versionOf(dataset)], started),
    aspects: new Map(aspects.map((aspect) => [aspect.field.name, aspect])),
    told: new Map(found.map((each, i) => [each.aspect.field.name, toldOf(each, fields[i], spelling.get(each.aspect))])),
  };
}

function aspectOf(field: Aspect['field'], asOf: string, values: readonly string[]): Aspect {
  const test = chooseTest(field, values);
  // What has a test of its own is an identifier, and codes of digits are no numbers.
  const forms = field.type === 'text' && field.sensitivity === 'internal' && test === null ? formKindOf(values) : null;
  return { field, asOf, test, forms };
}

/** Of these each value is looked at once. What the profile says may be off by a quarter, which only costs time. */
const hasFewValues = ({ field }: Aspect) => field.type !== 'other' && field.approximateDistinct <= fewValues;

type Ask = (statement: Sql) => Promise<Row[]>;

async function codesOf(
  ask: Ask,
  dataset: Dataset,
  aspects: readonly Aspect[],
): Promise<Map<Aspect, { code: string; rows: number }[]>> {
  const found = new Map<Aspect, { code: string; rows: number }[]>();
  for (const chunk of chunksOf(aspects, fieldsAtOnce)) {
    const statement = codesFoundSql(dataset, chunk);
    for (const { place, code, n } of statement ? await ask(statement) : []) {
      const aspect = chunk[Number(place)];
      if (!aspect) continue;
      const written = isNumeric(aspect) ? String(Number(code)) : String(code);
      found.set(aspect, [...(found.get(aspect) ?? []), { code: written, rows: Number(n) }]);
    }
  }
  for (const codes of found.values()) codes.sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
  return found;
}

/** Distinct values of the fields that may be keys, each counted. */
async function keysOf(
  ask: Ask,
  dataset: Dataset,
  aspects: readonly Aspect[],
  filledIn: (aspect: Aspect) => number,
): Promise<Map<Aspect, number>> {
  if (aspects.length === 0) return new Map();
  const [row] = await ask(distinctSql(dataset, aspects));
  return new Map(aspects.map((aspect, i) => [aspect, Math.min(Number(row?.[`d${i}`] ?? 0), filledIn(aspect))]));
}

const keyOf = (counted: number | undefined, filled: number) =>
  counted !== undefined && isKey(counted, filled) ? counted : null;

/** Whole rows that repeat count beside the keys. */
function withWholeRows(fields: readonly FieldQuality[], duplicateRows: number, rows: number): number | null {
  if (rows === 0) return null;
  const each = [...fields.flatMap(({ parts }) => parts.uniqueness ?? []), 1 - duplicateRows / rows];
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** The newest date of the dataset, of fields whose dates cannot lie ahead. */
function timelinessIn(fields: readonly FieldQuality[], asOf: string): Assessment['timeliness'] {
  const dated = fields.flatMap(({ field, newest, test }) =>
    newest !== null && test?.kind === 'pastDate' ? [{ field, newest }] : [],
  );
  const latest = dated.toSorted((a, b) => (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : 0))[0];
  if (!latest) return null;
  const days = Math.round((Date.parse(asOf) - Date.parse(latest.newest)) / 86_400_000);
  return { ...latest, days: Math.max(0, days) };
}

function toldOf({ measures }: Found, quality: FieldQuality | undefined, spelling: Spelling | null | undefined): Told {
  const most = Math.max(0, ...measures.forms);
  return {
    mainForm: Math.max(0, measures.forms.indexOf(most)),
    spellings: spelling?.others ?? [],
    codes: (quality?.codes ?? []).map(({ code }) => code),
  };
}
