export { FeaturesPage } from './FeaturesPage.tsx';
