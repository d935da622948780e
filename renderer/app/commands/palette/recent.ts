import { z } from 'zod';

const place = 'clientscope.recentCommands';
const kept = 20;

/** Ids of the commands used lately, the last one first. Ids only: no name of anything is kept outside a workspace. */
export function recentCommands(): readonly string[] {
  try {
    return z
      .array(z.string())
      .catch([])
      .parse(JSON.parse(localStorage.getItem(place) ?? '[]'));
  } catch {
    return [];
  }
}

export function rememberCommand(id: string): void {
  const others = recentCommands().filter((each) => each !== id);
  localStorage.setItem(place, JSON.stringify([id, ...others].slice(0, kept)));
}
