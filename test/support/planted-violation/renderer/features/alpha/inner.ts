export const inner = 'alpha';
