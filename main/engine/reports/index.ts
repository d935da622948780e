export { engineVersions } from './collect.ts';
export { withoutFonts } from './fonts.ts';
export { canonicalJson } from './hash.ts';
export { findingOf, previewReport } from './preview.ts';
export { productVersion } from './productVersion.ts';
export { readableProvenance } from './readableSql.ts';
export { type RenderedReport, type ReportContext, renderReport } from './render.ts';
