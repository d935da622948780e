/** Something to say in passing. Of one `about`, only the newest is on screen. */
export interface Passing {
  text: string;
  tone?: 'info' | 'error';
  about?: string;
}

let speaker: (passing: Passing) => void = () => undefined;

/** Who says it registers here: what is done outside of React has no messages of its own. */
export function onAnnounce(next: (passing: Passing) => void): () => void {
  speaker = next;
  return () => {
    if (speaker === next) speaker = () => undefined;
  };
}

/** Says something quietly and for a moment. */
export const announce = (passing: Passing): void => speaker(passing);
