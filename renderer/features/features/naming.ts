import { type Feature, type FeaturesDefinition, featureName, isNamedByWhat, type Tag } from '#shared/features/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import { useWords } from '../../app/i18n/useWords.ts';

const namesOf = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
const isFlag = ({ column }: Tag) => column === null;

/** Names of features by what they make, until somebody writes another. `key`: the column of the client's own number. */
export function useNaming(body: FeaturesDefinition, datasets: readonly Dataset[], key: string | null) {
  const { locale } = useWords();
  const fieldOf = (table: string, name: string) =>
    datasets.find((each) => each.name === table)?.fields.find((each) => each.name === name);
  const teller = {
    isDate: (table: string, name: string) => {
      const type = fieldOf(table, name)?.type;
      return type === 'date' || type === 'timestamp';
    },
    isWithheld: (table: string, name: string) => isMasked(fieldOf(table, name)?.sensitivity ?? 'internal'),
  };
  const columnsBeside = (self: { readonly name: string } | null) =>
    [...(key === null ? [] : [key]), ...namesOf(body.features), ...namesOf(body.tags.filter(isFlag))].filter(
      (name) => name !== self?.name,
    );
  const shared = body.tags.flatMap(({ column }) => column ?? []);
  const nameOf = (feature: Feature, self: Feature | null) =>
    featureName(feature, [...columnsBeside(self), ...shared], locale, teller);
  return {
    teller,
    /** The names of columns beside one, but for those that tags share: the client's number, features, and tags of their own. */
    columnsBeside,
    shared,
    nameOf,
    isNamedByWhat: (feature: Feature) => isNamedByWhat(feature, teller),
    /** A changed feature with the name that follows from the change. */
    followed: (before: Feature, after: Feature): Feature =>
      after.name === before.name && isNamedByWhat(before, teller) ? { ...after, name: nameOf(after, before) } : after,
  };
}
