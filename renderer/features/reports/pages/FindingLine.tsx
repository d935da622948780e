import { Button, Input } from 'antd';
import { useState } from 'react';
import { toAppError } from '#shared/errors/index.ts';
import type { ReportDefinition, ReportPage } from '#shared/reports/index.ts';
import { useAnalysis } from '../../../app/analysis/useAnalysis.ts';
import { useBasis } from '../../../app/analysis/useBasis.ts';
import { useDefinitions } from '../../../app/definitions/useDefinitions.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { AmberBadge } from '../../../components/AmberBadge.tsx';
import { Unbroken } from '../../../components/Unbroken.tsx';
import styles from './PageList.module.css';

interface Props {
  page: ReportPage;
  language: ReportDefinition['language'];
  onChange(page: ReportPage): void;
}

const longest = 400;

/** The sentence at the head of a page: the product's, with its certainty, or the analyst's, marked as such. */
export function FindingLine({ page, language, onChange }: Props) {
  const { t, locale } = useWords();
  const { kind, name, finding } = page;
  const version = useDefinitions(kind).definitions?.find((each) => each.name === name)?.version;
  const { data, error } = useAnalysis('reports.finding', { kind, name, language }, `${useBasis()}/${version}`);
  const [draft, setDraft] = useState<string | null>(null);
  const own = () => onChange({ kind, name });
  const keep = () => {
    const text = draft?.trim() ?? '';
    setDraft(null);
    if (text === '' || text === data?.sentence) own();
    else onChange({ kind, name, finding: text });
  };
  if (error) return <p className={styles['problem']}>{toAppError(error).sentence(locale)}</p>;
  if (draft !== null) {
    return (
      <div className={styles['editing']}>
        <Input.TextArea
          autoFocus
          rows={2}
          aria-label={t('reports.finding.label', { name })}
          maxLength={longest}
          value={draft}
          placeholder={data?.sentence ?? ''}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(null);
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              keep();
            }
          }}
        />
        <Button size="small" onClick={keep}>
          {t('reports.finding.keep')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['finding']}>
      <p className={styles['sentence']} lang={language === 'zh' ? 'zh-CN' : 'en'}>
        {finding !== undefined && (
          <>
            <AmberBadge>{t('reports.finding.edited')}</AmberBadge>{' '}
          </>
        )}
        {finding ?? data?.sentence ?? t('common.states.updating')}
        <span className={styles['certainty']}>{data?.certainty ? <Unbroken>{data.certainty}</Unbroken> : ' '}</span>
      </p>
      {finding !== undefined && (
        <Button type="link" size="small" aria-label={t('reports.finding.backOf', { name })} onClick={own}>
          {t('reports.finding.back')}
        </Button>
      )}
      <Button
        type="link"
        size="small"
        aria-label={t('reports.finding.rewriteOf', { name })}
        onClick={() => setDraft(finding ?? data?.sentence ?? '')}
      >
        {t('reports.finding.rewrite')}
      </Button>
    </div>
  );
}
