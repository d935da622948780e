import { createContext, useContext } from 'react';
import type { Provenance } from '#shared/contract/index.ts';
import type { Dimension, Order, PortraitDefinition, PortraitResult, RankedTrait } from '#shared/portraits/index.ts';
import type { FieldRef } from '#shared/segments/index.ts';
import type { Method } from '../../components/HowComputed.tsx';

/** A trait by what it says, so that it stays chosen when the portrait is computed again. */
export interface Picked {
  readonly field: FieldRef;
  readonly trait: string;
}

/** A portrait as computed, for every part of its screen. */
export interface Shown {
  readonly body: PortraitDefinition;
  readonly result: PortraitResult;
  readonly provenance: Provenance;
  readonly order: Order;
  /** Traits in that order. */
  readonly ranked: readonly RankedTrait[];
  readonly selected: RankedTrait | null;
  /** How a dimension was computed by itself. */
  readonly stepOf: ReadonlyMap<Dimension, Provenance | undefined>;
  method(dimension: Dimension | null): Method;
  pick(picked: Picked): void;
}

export const PortraitContext = createContext<Shown | null>(null);

export function usePortrait(): Shown {
  const shown = useContext(PortraitContext);
  if (!shown) throw new Error('a part of a portrait outside of one');
  return shown;
}

export const pickOf = ({ dimension, trait }: RankedTrait): Picked => ({
  field: dimension.field,
  trait: JSON.stringify(trait.trait),
});

export const sameTrait = (ranked: RankedTrait, { field, trait }: Picked): boolean =>
  ranked.dimension.field.table === field.table &&
  ranked.dimension.field.field === field.field &&
  JSON.stringify(ranked.trait.trait) === trait;
