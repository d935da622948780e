import { createContext, useContext } from 'react';
import { type Palette, palettes, type Scheme } from './tokens.ts';

/** The scheme that the window is drawn in, for what cannot read CSS variables. */
export const SchemeContext = createContext<Scheme>('light');

/** The colours of the scheme in use. */
export const usePalette = (): Palette => palettes[useContext(SchemeContext)];
