import { HubError } from '../../shared/kernel/hub-error.ts'
import { type Shown, show } from './http/answer.ts'
import { problemIn } from './hub/ask-as.ts'

/** Statuses with a page of their own; what the API says besides becomes the nearest of them. */
const pageOf: Readonly<Record<number, number>> = {
  400: 500,
  401: 503,
  403: 404,
  404: 404,
  409: 409,
  412: 412,
  413: 413,
  422: 409,
  428: 412,
  429: 429,
  503: 503,
}

/** What is not for somebody is not there. */
export const nothingHere = (): Shown => show('error', { error: 404 }, 404)

/** A page of a concern that they no longer write. */
export const ofAnotherConcern = (): Shown => show('error', { error: 'another' }, 409)

export const tooMuch = (): Shown => show('error', { error: 413 }, 413)

export const formNotTrusted = (): Shown => show('error', { error: 'forged' }, 403)

/** The status of what went wrong, as a browser is told it. */
const statusOf = (error: unknown): number => {
  const problem = problemIn(error)
  if (problem !== undefined) return pageOf[problem.status] ?? 500
  const isBusy = error instanceof HubError && ['store-busy', 'key-unavailable'].includes(error.code)
  return isBusy ? 503 : 500
}

/** Of what was not taken, where what was typed is found again; of what is not there, nothing is. */
const mayBeKept = new Set([409, 412, 429, 500, 503])
export const isKeptAfter = (error: unknown): boolean => mayBeKept.has(statusOf(error))

/** Whatever was thrown becomes a page that says what to do. */
export const errorPage = (error: unknown, kept?: string): Shown => {
  const status = statusOf(error)
  return show('error', { error: status, kept }, status)
}

/** While the hub is worked on. */
export const closedPage = (kept: string | undefined): Shown =>
  show('error', { error: 'closed', kept }, 503)
