/** A pattern longer than this, its counted repetitions written out, is refused: RE2 takes time for each of them at each character. */
export const largestPattern = 1000;

const escaped = /^\\(?:[pP]\{[^}]*\}|x\{[^}]*\}|Q[\s\S]*?(?:\\E|$)|[\s\S])/;
const characterClass = /^\[\^?\]?(?:\\[\s\S]|\[:\w+:\]|[^\]])*\]/;
const counted = /^\{(\d+)(?:,(\d*))?\}/;

/**
 * How long a regular expression is with its counted repetitions written out: what RE2 makes of it, near enough. `a{3}` is 3,
 * `(ab{2}){10}` is 30; whether it is well formed is for RE2 to say.
 */
export function patternSize(pattern: string): number {
  const open: number[] = [];
  let [size, last] = [0, 0];
  let at = 0;
  const take = (text: string, atom: number) => {
    [size, last] = [size + atom, atom];
    at += text.length;
  };
  while (at < pattern.length) {
    const rest = pattern.slice(at);
    const repeated = counted.exec(rest);
    const whole = escaped.exec(rest) ?? characterClass.exec(rest);
    if (whole) take(whole[0], 1);
    else if (repeated) {
      const times = Math.max(1, Number(repeated[1]), Number(repeated[2] || 0));
      size += last * (times - 1);
      take(repeated[0], 0);
      last *= times;
    } else if (rest.startsWith('(')) {
      open.push(size);
      take('(', 0);
      size = 0;
    } else if (rest.startsWith(')')) {
      const inside = size;
      size = open.pop() ?? 0;
      take(')', inside);
    } else if (/^[*+?|^$]/.test(rest)) at += 1;
    else take(rest[0] ?? ' ', 1);
  }
  return open.reduce((sum, each) => sum + each, size);
}
