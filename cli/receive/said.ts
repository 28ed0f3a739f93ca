import type { Taken } from './take.ts'

/** What `hub receive` says of an event, or of itself: ids and codes. */
export type Said =
  | { readonly what: 'handed-over' | 'already'; readonly id: string }
  | { readonly what: 'refused' | 'failed'; readonly why: string }
  /** Of the audit log. `isFirst`: none has come since this folder began. */
  | { readonly what: 'no-checkpoint'; readonly since: string; readonly isFirst: boolean }
export type Say = (said: Said) => void

export const saidOf = (taken: Taken): Said =>
  taken.kind === 'refused'
    ? { what: taken.kind, why: taken.why }
    : { what: taken.kind, id: taken.id }

/** As a line for people. */
export const inWords = (said: Said): string => {
  if (said.what === 'no-checkpoint')
    return `no checkpoint of the audit log has come${said.isFirst ? ', waiting' : ''} since ${said.since}: ask the operator why`
  if (said.what === 'failed') return `failed: ${said.why}`
  return `${said.what} ${'id' in said ? said.id : said.why}`
}
