import { createContext } from 'react';

/** Names of the segments that each group of a rule offers to add; null where a list beside the rule offers them. */
export const OfferContext = createContext<readonly string[] | null>(null);
