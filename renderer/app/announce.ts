/** Something to say in passing. Of one `about`, only the newest is on screen. */
export interface Passing {
  text: string;
  tone?: 'info' | 'warning' | 'error';
  about?: string;
  /** For how many seconds; as long as its tone takes where left out. */
  seconds?: number;
}

let speaker: ((passing: Passing) => void) | null = null;
let unsaid: Passing[] = [];

/** Who says it registers here: what is done outside of React has no messages of its own. Returns how to stop. */
export function onAnnounce(next: (passing: Passing) => void): () => void {
  speaker = next;
  for (const passing of unsaid) next(passing);
  unsaid = [];
  return () => {
    if (speaker === next) speaker = null;
  };
}

/** Says something quietly and for a moment, as soon as there is somebody to say it. */
export function announce(passing: Passing): void {
  if (speaker) speaker(passing);
  else unsaid.push(passing);
}
