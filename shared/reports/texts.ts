import type { Operator } from '../conditions/index.ts';
import type { ConversionWindow } from '../funnels/index.ts';
import type { DerivedKind, FileFormat } from '../intake/index.ts';
import type { ReportDefinition } from './definition.ts';

/** Every word of a printed report, in one language. */
export interface ReportTexts {
  readonly product: string;
  readonly separator: string;
  readonly comma: string;
  readonly colon: string;
  /** Between sentences. */
  readonly gap: string;
  quote(text: string): string;
  readonly purpose: Readonly<Record<ReportDefinition['purpose'], string>>;
  readonly confidentiality: Readonly<Record<ReportDefinition['confidentiality'], string>>;
  readonly cover: {
    readonly purpose: string;
    readonly confidentiality: string;
    readonly asOf: string;
    readonly version: string;
    readonly scope: string;
    readonly hash: string;
    readonly masking: string;
    readonly masked: string;
    versionNumber(version: number): string;
    readonly unsaved: string;
  };
  readonly notStated: string;
  /** The message of a page whose result could not be computed; the reason follows. */
  failed(name: string): string;
  /** Put before a page whose sentence the analyst has written. */
  readonly edited: string;
  read(tables: string): string;
  tableRead(name: string, rows: string, quarantined: string): string;
  /** A table that was computed from others, which the appendix names. */
  tableMade(name: string, rows: string): string;
  readonly allClients: string;
  clients(count: string): string;
  readonly foot: {
    readonly gap: string;
    asOf(day: string): string;
    scope(scope: string, n: string): string;
    source(files: number): string;
  };
  readonly summary: { readonly title: string; readonly none: string; more(count: number): string };
  readonly contents: { readonly title: string; readonly results: string; readonly appendix: string };
  readonly segment: {
    readonly inside: string;
    readonly rest: string;
    readonly total: string;
    readonly share: string;
    readonly base: string;
    readonly rule: string;
    figure(number: number): string;
    table(number: number): string;
    readonly group: string;
    readonly count: string;
    readonly interval: string;
    readonly rounding: string;
    readonly method: string;
  };
  readonly rule: {
    readonly all: string;
    readonly and: string;
    readonly or: string;
    readonly notAnd: string;
    readonly notOr: string;
    readonly empty: string;
    segment(name: string): string;
    funnel(name: string, step: number, stepName: string | null, dropped: boolean): string;
    fact(table: string, condition: string): string;
    readonly operator: Readonly<Record<Operator, (field: string, values: readonly string[]) => string>>;
    more(count: number): string;
    readonly yes: string;
    readonly no: string;
  };
  readonly funnel: {
    events(table: string, time: string): string;
    readonly byClient: string;
    byEntry(field: string): string;
    readonly sequential: string;
    readonly strictlyLater: string;
    readonly any: string;
    readonly noWindow: string;
    window(size: number, unit: ConversionWindow['unit']): string;
  };
  readonly appendix: {
    readonly title: string;
    readonly inputs: string;
    readonly definitions: string;
    readonly clients: string;
    readonly formulas: string;
    readonly sql: string;
    readonly reproduction: string;
    readonly dataset: string;
    readonly file: string;
    readonly rows: string;
    readonly quarantined: string;
    /** Rows of the dataset that an analyst put right by hand. */
    repaired(rows: string): string;
    /** What made a computed dataset, and from what. */
    made(kind: DerivedKind, definition: string, version: number, sources: string): string;
    /** A table that a dataset was made from, in its version then; `now`: what it is today, null where it has gone. */
    madeFrom(table: string, version: number, now: number | null): string;
    readonly noInputs: string;
    readonly format: Readonly<Record<FileFormat, string>>;
    readonly clientList: string;
    readonly clientKey: string;
    readonly rowIsClient: string;
    readonly clientCount: string;
    readonly duplicates: string;
    readonly blankKeys: string;
    readonly noClients: string;
    factRows(table: string, rows: string, unmatched: string, reached: string): string;
    readonly formulaShare: string;
    readonly formulaWilson: string;
    readonly formulaNull: string;
    readonly formulaSmall: string;
    readonly parameters: string;
    /** Said where a parameter is a power of two. */
    readonly powers: string;
    longSql(statements: number): string;
    readonly engine: string;
    readonly hash: string;
    readonly hashOf: string;
    readonly referredTo: string;
  };
}
