import { z } from 'zod';

// Schemas probe for `eval` when they are made, which the CSP forbids: this must run before any module that makes one.
z.config({ jitless: true });

const { boot } = await import('./app/boot.tsx');
boot();
