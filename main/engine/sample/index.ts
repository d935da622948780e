export { generateSample } from './generate.ts';
export {
  type SampleControl,
  type SampleFile,
  type SampleOptions,
  type SampleProgress,
  type SampleSize,
  sampleSizes,
} from './options.ts';
