import { test } from 'vitest';
import { runs } from '#test/support/tiers.ts';
import { survivesMutations } from './mutations.ts';

const texts = ['id,name,amount\n1,"a, b",2.5\n2,"c ""d""",3\n\n合计,,5.5\n', '# x\n姓名;金额\n张三;1,5\n李四;2,5\n'];

// Two files with two texts each: the full run's 10,000 then keep both workers busy, and neither waits for the disk alone.
test.concurrent.each(texts)('no bytes whatever crash the engine, tables: %j', { timeout: 3_600_000 }, (text) =>
  survivesMutations(text, runs(10, 2500)),
);
