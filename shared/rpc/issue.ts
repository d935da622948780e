import type { z } from 'zod';

/** The first thing wrong with an input: where (`segments[2].rule.items[0].test`) and what. */
export function describeIssue(error: z.ZodError): { path: string; reason: string } {
  const issue = deepest(error.issues);
  return issue ? { path: formatPath(issue.path), reason: issue.message } : { path: '(root)', reason: error.message };
}

/** Unions report one issue for all members: the member that got furthest is what the user meant. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const first = issues[0];
  if (first?.code !== 'invalid_union') return first;
  const inner = first.errors
    .map((member) => deepest(member))
    .filter((issue) => issue !== undefined)
    .sort((a, b) => b.path.length - a.path.length)[0];
  return inner ? { ...inner, path: [...first.path, ...inner.path] } : first;
}

function formatPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(root)';
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('');
}
