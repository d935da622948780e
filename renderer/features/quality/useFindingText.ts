import { formatDecimal } from '#shared/format/index.ts';
import type { Assessment, QualityFinding } from '#shared/quality/index.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';

/** What was found as a sentence. */
export function useFindingText(assessment: Assessment): (finding: QualityFinding) => string {
  const { t } = useWords();
  return (finding) => {
    const [field = '', other = ''] = finding.fields;
    const test = assessment.fields.find((each) => each.field === field)?.test;
    const isCount = finding.kind === 'highCardinality' || finding.kind === 'stale';
    return t(`quality.finding.${finding.kind}`, {
      field,
      other,
      test: test ? t(`quality.tests.${test.kind}`) : '',
      detail: finding.detail,
      rows: t('quality.rows', { count: finding.rows ?? 0, rows: formatCount(finding.rows ?? 0) }),
      share: formatShare(finding.figure),
      figure: isCount ? formatCount(finding.figure) : formatDecimal(finding.figure, 2),
    });
  };
}
