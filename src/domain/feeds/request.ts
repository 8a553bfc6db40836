/** How every list is asked for: nothing about the visitor goes along. */
export const FEED_REQUEST = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
