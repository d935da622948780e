import type { Preview } from '#shared/intake/index.ts';

/** What a format has to say of a preview; the rest is the same for all. */
export type PreviewParts = Pick<Preview, 'columns' | 'sample'> &
  Partial<
    Pick<
      Preview,
      | 'confidence'
      | 'delimiter'
      | 'quote'
      | 'escape'
      | 'header'
      | 'skip'
      | 'headerRows'
      | 'comment'
      | 'totals'
      | 'columnStarts'
      | 'sheet'
      | 'sheets'
      | 'hiddenSheets'
      | 'noRows'
      | 'typesFixed'
      | 'remarks'
    >
  >;
