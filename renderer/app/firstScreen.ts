let drawn: () => void = () => undefined;

/**
 * Settled once the first screen can be seen and used. What it can do without is fetched after that: thirty files that are
 * read, compiled and drawn before it would be a fifth of the time that somebody waits for it.
 */
export const firstScreenDrawn = new Promise<void>((resolve) => {
  drawn = resolve;
});

/** To be called when main and the engine have answered: waits for the words to be drawn, and marks the moment for the benchmark. */
export function firstScreenAnswered(): void {
  requestAnimationFrame(async () => {
    await document.fonts.ready;
    performance.mark('usable');
    drawn();
  });
}
