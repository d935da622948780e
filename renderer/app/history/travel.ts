import i18next from 'i18next';
import type { Step } from '#shared/contract/index.ts';
import { type Locale, toAppError } from '#shared/errors/index.ts';
import { announce } from '../announce.ts';
import { putDefinition, refreshDefinitions, takeDefinition } from '../definitions/cache.ts';
import { dropDraft, flushAll, useDrafts } from '../definitions/drafts.ts';
import { goTo } from '../frame/goTo.ts';
import { engine } from '../ports/clients.ts';
import { queryClient } from '../query/client.ts';
import { useUi } from '../state/ui.ts';
import { shownNow } from './shown.ts';
import { stepWords } from './stepWords.ts';
import { setUnfinished, useUnfinished } from './unfinished.ts';
import { historyKey } from './useHistory.ts';

type Direction = 'undo' | 'redo';

let last: Promise<void> = Promise.resolve();

/** Takes the newest step back, of the definition on screen or of the workspace, and shows what came of it. */
export const undo = (): Promise<void> => afterOthers('undo');

/** Does again what was undone last. */
export const redo = (): Promise<void> => afterOthers('redo');

/** One after another: the second of two quick presses acts on what the first has left. */
function afterOthers(direction: Direction): Promise<void> {
  last = last.then(() => travel(direction)).catch(fail);
  return last;
}

async function travel(direction: Direction): Promise<void> {
  const takeBack = useUnfinished.getState()[shownNow()?.id ?? ''];
  if (direction === 'undo' && takeBack) {
    takeBack();
    setUnfinished(shownNow()?.id ?? '', null);
    return say(i18next.t('commands.undoneUnfinished'));
  }
  await flushAll();
  const shown = shownNow();
  if (direction === 'undo' && shown && useDrafts.getState().drafts[shown.id]) {
    // It could not be saved, so it is no step: what is undone is that it is on screen.
    dropDraft(shown.id);
    return say(i18next.t('commands.undoneUnsaved', { name: shown.name }));
  }
  const outcome = await engine.call(`history.${direction}`, { definition: shown?.id ?? null });
  if (!outcome) return say(i18next.t(direction === 'undo' ? 'commands.nothingToUndo' : 'commands.nothingToRedo'));
  const { step, definition } = outcome;
  if (definition) {
    // Known before it is shown: a button that went away in between would lose the next click.
    const state = await engine.call('history.state', { definition: definition.id });
    queryClient.setQueryData(historyKey(definition.id, definition.version), state);
    putDefinition(definition);
  } else {
    dropDraft(step.definition);
    takeDefinition(step.definition);
  }
  setUnfinished(step.definition, null);
  refreshDefinitions();
  show(step);
  const words = stepWords(i18next.t, step);
  say(i18next.t(direction === 'undo' ? 'commands.undone' : 'commands.redone', { step: words }));
}

/** Brings on screen what has just changed. */
function show({ kind, definition }: Step): void {
  goTo(kind);
  if (kind !== 'clients') useUi.getState().select(kind, definition);
}

const say = (text: string) => announce({ text, about: 'history' });

function fail(thrown: unknown): void {
  const locale: Locale = i18next.language === 'en' ? 'en' : 'zh';
  announce({ text: toAppError(thrown).sentence(locale), tone: 'error', about: 'history' });
}
