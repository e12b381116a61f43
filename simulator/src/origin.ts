/** Where the caller reached this simulator: scheme, host and port of the request's own URL. */
export const originOf = (requestUrl: string): string => new URL(requestUrl).origin;
