/** How long a revealed value may be seen. */
export const revealSeconds = 30;
