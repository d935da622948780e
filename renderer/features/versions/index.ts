export { ReplaceFile } from './ReplaceFile.tsx';
export { VersionsTab } from './VersionsTab.tsx';
