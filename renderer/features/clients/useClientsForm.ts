import { useRef, useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { edit } from '../../app/definitions/drafts.ts';
import { createDefinition } from '../../app/definitions/useDefinitions.ts';
import { type ClientsForm, emptyForm, toDefinition } from './form.ts';

type Saved = DefinitionOf<'clients'>;

/** The form and its saving: each change that makes a complete model is kept as it is made. */
export function useClientsForm(saved: Saved | undefined, name: string) {
  const [form, setForm] = useState<ClientsForm>(saved?.body ?? emptyForm);
  const [error, setError] = useState<unknown>(null);
  const target = useRef<Saved | undefined>(saved);
  const creating = useRef(false);
  const newest = useRef(form);
  const written = JSON.stringify(saved?.body ?? null);
  const [known, setKnown] = useState(written);
  if (written !== known && !creating.current) {
    setKnown(written);
    target.current = saved;
    // Changed elsewhere, as by undo: what is on screen would be kept over it with the next change.
    if (written !== JSON.stringify(toDefinition(newest.current))) {
      newest.current = saved?.body ?? emptyForm;
      setForm(newest.current);
    }
  }
  if (saved) target.current = saved;

  async function keep(): Promise<void> {
    const body = toDefinition(newest.current);
    if (!body || creating.current) return;
    if (target.current) {
      edit({ ...target.current, body });
      return;
    }
    creating.current = true;
    try {
      const created = await createDefinition({ kind: 'clients', name, body });
      if (created.kind === 'clients') target.current = created;
      setError(null);
    } catch (thrown) {
      setError(toAppError(thrown));
    } finally {
      creating.current = false;
    }
    // What was changed meanwhile is not in what was created.
    const now = toDefinition(newest.current);
    if (target.current && JSON.stringify(now) !== JSON.stringify(body)) await keep();
  }

  const change = (next: ClientsForm) => {
    newest.current = next;
    setForm(next);
    void keep();
  };
  return { form, change, error };
}
