import { Plus } from 'lucide-react';

/** One for all groups. */
export const plus = <Plus size={14} aria-hidden />;
