/** One line on a terminal that is written over; nothing where stderr goes elsewhere. */
export interface ProgressLine {
  show(text: string, share: number | null, disk?: string): void;
  clear(): void;
}

const wipe = '\r\u001b[2K';

export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show(text, share, disk) {
      const line = [text, share === null ? null : `${Math.round(share * 100)} %`, disk].filter(Boolean).join('  ');
      stream.write(`${wipe}${line.replace(/\p{Cc}/gu, ' ').slice(0, Math.max(20, stream.columns - 20))}`);
    },
    clear: () => void stream.write(wipe),
  };
}
