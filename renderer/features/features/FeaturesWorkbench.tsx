import { useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { type FeaturesDefinition, featureSentence } from '#shared/features/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { ruleSentence } from '#shared/segments/index.ts';
import { useAnalysis } from '../../app/analysis/useAnalysis.ts';
import { useBasis } from '../../app/analysis/useBasis.ts';
import { DefinitionFrame } from '../../app/definitions/DefinitionFrame.tsx';
import { edit } from '../../app/definitions/drafts.ts';
import { freeName } from '../../app/definitions/useDefinitions.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HowButton } from '../../components/HowButton.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { FieldsContext, ruleOf, useFieldTables } from '../segments/index.ts';
import { FeatureForm } from './FeatureForm.tsx';
import styles from './Features.module.css';
import { type FactTable, factTables, firstFeature } from './guess.ts';
import { Inspector } from './Inspector.tsx';
import { MakeDataset } from './MakeDataset.tsx';
import { useNaming } from './naming.ts';
import { Rows } from './Rows.tsx';
import { withFeatures } from './renamed.ts';
import { Settings } from './Settings.tsx';
import { TagForm } from './TagForm.tsx';

interface Props {
  set: DefinitionOf<'features'>;
  sets: readonly DefinitionOf<'features'>[];
  datasets: readonly Dataset[];
  clients: DefinitionOf<'clients'>;
  onCreate(): void;
}

/** A set of features being made: what each is, what it comes to over all clients, and the dataset that they become. */
export function FeaturesWorkbench({ set, sets, datasets, clients, onCreate }: Props) {
  const { t, locale } = useWords();
  const { body } = set;
  const [picked, setPicked] = useState<string | null>(null);
  const tables = factTables(datasets, clients.body, body.output);
  const fields = useFieldTables(datasets, clients.body);
  const basis = useBasis(set.id);
  const nothing = body.features.length + body.tags.length === 0;
  const { data, error, progress, retry } = useAnalysis('features.preview', nothing ? null : body, basis);
  const result = data?.result;
  const selected = picked ?? body.features[0]?.name ?? body.tags[0]?.name ?? null;
  const shown = body.tags.find(({ name }) => name === selected)?.column ?? selected;
  const change = (part: Partial<FeaturesDefinition>) => edit({ ...set, body: { ...body, ...part } });
  const naming = useNaming(body, datasets, clients.body.key.kind === 'field' ? clients.body.key.field : null);
  const { isDate } = naming.teller;
  const known = (name: string) => {
    const figure = result?.columns.find((each) => each.name === name);
    return figure ? t('features.rows.known', { clients: formatCount(figure.known) }) : '';
  };
  const newTagName = () => {
    const numbered = (number: number) => t('features.tags.newName', { number: String(number) });
    return freeName(body.tags, numbered(1), numbered);
  };
  const newFeature = (table: FactTable) => {
    const feature = firstFeature(table);
    return { ...feature, name: naming.nameOf(feature, null) };
  };
  const first = tables[0];
  return (
    <FieldsContext value={fields}>
      <DefinitionFrame
        definition={set}
        all={sets}
        onCreate={onCreate}
        words={{
          list: t('features.list'),
          create: t('features.create'),
          name: t('features.name'),
          nameMissing: t('features.nameMissing'),
          remove: t('features.remove'),
          removeTitle: t('features.removeTitle', { name: set.name }),
          removeBody: t('features.removeBody'),
        }}
        left={
          <Settings
            body={body}
            today={
              result?.asOf
                .flatMap(({ date }) => date ?? [])
                .toSorted()
                .at(-1) ?? '2026-01-01'
            }
            onChange={change}
          />
        }
        actions={
          data && (
            <HowButton
              provenance={data.provenance}
              method={{
                formulas: [t('features.how.formula')],
                base: t('features.how.base', { clients: formatCount(data.result.clients) }),
              }}
            />
          )
        }
        inspectorLabel={t('features.inspector.label')}
        inspector={
          nothing ? null : (
            <Inspector
              feature={body.features.find(({ name }) => name === selected)}
              figure={result?.columns.find(({ name }) => name === shown)}
              result={result}
              failed={Boolean(error)}
            />
          )
        }
      >
        <div className={styles['cards']}>
          <MakeDataset definition={set} datasets={datasets} disabled={nothing || Boolean(error)} />
          {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
          {progress && <ProgressLine progress={progress} />}
          <Rows
            of="rows"
            items={body.features}
            sentence={(feature) =>
              naming.isNamedByWhat(feature)
                ? feature.table
                : `${feature.table} · ${featureSentence(feature, locale, isDate)}`
            }
            figure={({ name }) => known(name)}
            selected={selected}
            onSelect={setPicked}
            create={first ? () => newFeature(first) : null}
            onChange={(features) => change(withFeatures(body, features))}
            form={(feature, put) => (
              <FeatureForm
                feature={feature}
                tables={tables}
                taken={[...naming.columnsBeside(feature), ...naming.shared]}
                byWhat={naming.nameOf(feature, feature)}
                onChange={(next) => put(naming.followed(feature, next))}
              />
            )}
          />
          <Rows
            of="tags"
            items={body.tags}
            sentence={({ column, rule }) =>
              `${column === null ? '' : `${column} · `}${ruleSentence(rule, locale, isDate)}`
            }
            figure={() => ''}
            selected={selected}
            onSelect={setPicked}
            create={() => ({
              name: newTagName(),
              column: null,
              rule: ruleOf(),
            })}
            onChange={(tags) => change({ tags })}
            form={(tag, put) => (
              <TagForm
                tag={tag}
                body={body}
                basis={basis}
                datasets={datasets}
                taken={naming.columnsBeside(tag)}
                onChange={put}
              />
            )}
          />
        </div>
      </DefinitionFrame>
    </FieldsContext>
  );
}
