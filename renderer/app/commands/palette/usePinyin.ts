import { useQuery } from '@tanstack/react-query';
import type { PinyinMatch } from './search.ts';

/** How pinyin meets Chinese text. Its dictionary is fetched when first asked for, from the app itself. */
export function usePinyin(): PinyinMatch | null {
  const { data = null } = useQuery({
    queryKey: ['pinyin'],
    queryFn: async (): Promise<{ match: PinyinMatch }> => {
      const { match } = await import('pinyin-pro');
      return {
        match: (text, letters, together) =>
          match(text, letters, { precision: 'start', continuous: together, v: true }) !== null,
      };
    },
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data?.match ?? null;
}
