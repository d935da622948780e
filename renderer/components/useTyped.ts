import { useState } from 'react';

/**
 * The text of a field that keeps only what is fit: what is being typed, and how to change it. It starts anew when what is
 * kept was changed elsewhere, as by undo. `keptAs` says what would be kept of a text.
 */
export function useTyped(kept: string, keptAs: (text: string) => string) {
  const [text, setText] = useState(kept);
  const [known, setKnown] = useState(kept);
  if (kept !== known) {
    setKnown(kept);
    if (keptAs(text) !== kept) setText(kept);
  }
  return [text, setText] as const;
}
