const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');

/** The nonce of this load, which every style element that a library makes must carry. */
export const nonce: string = meta?.content ?? '';
