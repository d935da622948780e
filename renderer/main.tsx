// Schemas probe for `eval` when they are made, which the content policy forbids: zod must know before it is loaded, and here is
// where it looks. Imported first and told by `z.config`, it would land in one file with what must not run before.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const { boot } = await import('./app/boot.tsx');
boot();

export {};
