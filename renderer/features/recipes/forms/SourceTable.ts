import { createContext, useContext } from 'react';

/** The dataset that the recipe cleans: its values are offered where one is to be written. */
export const SourceTable = createContext('');
export const useSourceTable = () => useContext(SourceTable);
