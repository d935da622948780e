import { Button } from 'antd';
import { ContactRound, FileText } from 'lucide-react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { edit } from '../../app/definitions/drafts.ts';
import { newReport } from '../../app/definitions/newReport.ts';
import { useCreate } from '../../app/definitions/useCreate.ts';
import { freeName, useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import styles from './Inspector.module.css';

/** What one does with a segment once it stands: see what its clients are like, or tell of it. */
export function NextSteps({ segment }: { segment: DefinitionOf<'segment'> }) {
  const { t } = useWords();
  const showPortrait = usePortraitOf(segment.name);
  const putInReport = useReportOf(segment.name);
  return (
    <div className={styles['next']}>
      <Button
        type="primary"
        block
        disabled={!showPortrait}
        icon={<ContactRound size={14} aria-hidden />}
        onClick={() => void showPortrait?.()}
      >
        {t('segments.inspector.portrait')}
      </Button>
      <Button
        block
        disabled={!putInReport}
        icon={<FileText size={14} aria-hidden />}
        onClick={() => void putInReport?.()}
      >
        {t('segments.inspector.report')}
      </Button>
    </div>
  );
}

/** Shows the portrait that there is of a segment against all clients, or makes it. Null until it is known whether there is one. */
function usePortraitOf(name: string): (() => Promise<void>) | null {
  const { t } = useWords();
  const { definitions: portraits } = useDefinitions('portrait');
  const create = useCreate();
  const { go, select } = useUi();
  if (!portraits) return null;
  return async () => {
    const known = portraits.find(
      ({ body: { scope, baseline } }) => scope.kind === 'segment' && scope.segment === name && baseline.kind === 'all',
    );
    if (known) select('portrait', known.id);
    else {
      const first = t('portraits.nameOf', { segment: name.slice(0, 180) });
      const made = await create({
        kind: 'portrait',
        name: freeName(portraits, first, (number) => t('portraits.numbered', { name: first, number: String(number) })),
        body: {
          scope: { kind: 'segment', segment: name },
          baseline: { kind: 'all' },
          dimensions: [],
          ruleFields: false,
        },
      });
      if (!made) return;
    }
    go('portraits');
  };
}

/** Puts a segment at the end of the report looked at last, or of a new one, and goes there. */
function useReportOf(name: string): (() => Promise<void>) | null {
  const { t, locale } = useWords();
  const { definitions: reports } = useDefinitions('report');
  const create = useCreate();
  const { go, select, selected } = useUi();
  if (!reports) return null;
  const page = { kind: 'segment' as const, name };
  return async () => {
    const report = reports.find(({ id }) => id === selected.report) ?? reports[0];
    if (report) {
      const { pages } = report.body;
      const has = pages.some((each) => each.kind === page.kind && each.name === name);
      if (!has) edit({ ...report, body: { ...report.body, pages: [...pages, page] } });
      select('report', report.id);
    } else {
      const title = t('reports.newName');
      if (!(await create({ kind: 'report', name: title, body: newReport(title, locale, [page]) }))) return;
    }
    go('reports');
  };
}
