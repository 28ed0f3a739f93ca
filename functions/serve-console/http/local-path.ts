/** A path of the console to go on to; its front page in place of anything that might lead elsewhere. */
export const localPathOf = (wanted: string | undefined): string =>
  wanted !== undefined && /^\/(?![/\\])[\w./?=&-]{0,200}$/.test(wanted) && !wanted.includes('..')
    ? wanted
    : '/'
