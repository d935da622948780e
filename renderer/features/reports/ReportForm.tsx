import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { confidentialityMarks, type ReportDefinition, reportPurposes } from '#shared/reports/index.ts';
import { isIsoDay } from '../../app/format/dates.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useTyped } from '../../components/useTyped.ts';
import styles from './ReportsArea.module.css';

interface Props {
  body: ReportDefinition;
  onChange(part: Partial<ReportDefinition>): void;
}

/** What the cover says: title, purpose, mark, language, date of the data. */
export function ReportForm({ body, onChange }: Props) {
  const { t } = useWords();
  const [title, setTitle] = useTyped(body.title, (text) => text.trim());
  const [asOf, setAsOf] = useTyped(body.asOf ?? '', (text) => (isIsoDay(text) ? text : ''));
  const badDay = asOf !== '' && !isIsoDay(asOf);
  return (
    <div className={styles['form']}>
      <Setting label={t('reports.title')} problem={title.trim() === '' ? t('reports.titleMissing') : null} wide>
        <Input
          value={title}
          maxLength={200}
          status={title.trim() === '' ? 'error' : ''}
          onChange={(event) => {
            setTitle(event.target.value);
            if (event.target.value.trim() !== '') onChange({ title: event.target.value.trim() });
          }}
        />
      </Setting>
      <Setting label={t('reports.purpose')}>
        <Select
          value={body.purpose}
          options={reportPurposes.map((value) => ({ value, label: t(`reports.purposes.${value}`) }))}
          onChange={(purpose) => onChange({ purpose })}
        />
      </Setting>
      <Setting label={t('reports.confidentiality')}>
        <Select
          value={body.confidentiality}
          options={confidentialityMarks.map((value) => ({ value, label: t(`common.confidentiality.${value}`) }))}
          onChange={(confidentiality) => onChange({ confidentiality })}
        />
      </Setting>
      <Setting label={t('reports.language')}>
        <Select
          value={body.language}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`reports.languages.${value}`) }))}
          onChange={(language) => onChange({ language })}
        />
      </Setting>
      <Setting label={t('reports.asOf')} problem={badDay ? t('reports.asOfBad') : null}>
        <Input
          value={asOf}
          placeholder={t('reports.asOfHint')}
          status={badDay ? 'error' : ''}
          onChange={(event) => {
            const text = event.target.value.trim();
            setAsOf(text);
            if (text === '' || isIsoDay(text)) onChange({ asOf: text === '' ? undefined : text });
          }}
        />
      </Setting>
    </div>
  );
}

interface SettingProps {
  label: string;
  problem?: string | null;
  wide?: boolean;
  children: ReactNode;
}

function Setting({ label, problem, wide, children }: SettingProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={`${styles['setting']} ${wide ? styles['wide'] : ''}`}>
      <span className={styles['label']}>{label}</span>
      {children}
      {problem && <span className={styles['problem']}>{problem}</span>}
    </label>
  );
}
