// @ts-expect-error There is no such file: that is the point.
export { nothing } from '#shared/no-such-file.ts';
