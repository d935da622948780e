import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// Node takes the types out of some four hundred modules each time, which is half of what a small command takes. What it
// made of them is kept where only this user writes; where that cannot be, it is made anew.
enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'clientscope', 'modules'));
await import('./main.ts');
