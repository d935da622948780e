import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export type Display = { name: string; stop: () => void };

/** Whether a window can be shown to somebody. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts an X server without a screen. It chooses a free display number itself, so several can start at once. */
export function startVirtualDisplay(): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    server.on('error', () => reject(new Error('Xvfb is not installed: sudo apt-get install xvfb')));
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display`)));
    let text = '';
    const numbers = server.stdio[3] as Readable;
    numbers.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve({ name: `:${text.trim()}`, stop: () => void server.kill() });
    });
  });
}
