import manifest from '../../../package.json' with { type: 'json' };

/** The version of Clientscope that is running. */
export const productVersion: string = manifest.version;
