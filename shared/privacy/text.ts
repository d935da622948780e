import { identifierKind } from './identifiers.ts';
import { mask } from './mask.ts';

/** Free text (a technical message, say) with what is an identifier by content masked. */
export function maskText(text: string): string {
  return text.replace(/[\w@.+-]{6,}/g, (token) => {
    const kind = identifierKind(token);
    return kind ? String(mask(token, kind)) : token;
  });
}
