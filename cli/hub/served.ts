import type { Client } from '../../shared/agencies/client.ts'
import { type Agency, type Authority, isServedOn } from '../../shared/agencies/directory.ts'
import { calendarDateSchema } from '../../shared/calendar/calendar-date.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked, listOf, type WriteOptions } from './common-options.ts'

type Served = Pick<Authority, 'from' | 'until' | 'rehearsal'>

/** How an authority or agency stands, in a few words. */
export const standingInWords = (
  { from, until, replacedBy }: Authority | Agency,
  today: string,
): string => {
  const by = replacedBy === undefined ? '' : `, replaced by ${replacedBy.join(', ')}`
  if (until !== undefined) return `${until <= today ? 'ended' : 'ends'} ${until}${by}`
  return from !== undefined && from > today ? `from ${from}` : 'served'
}

/** What was found under an id that somebody gave. @throws InputError when nothing was */
export const known = <One>(
  found: One | undefined,
  what: 'authority' | 'agency' | 'hold',
  id: string,
): One => {
  if (found === undefined)
    throw new InputError(`there is no ${what} ${id}: ${what} list names them`)
  return found
}

/** @throws InputError when it has ended */
export const requireNotEnded = (what: string, { until }: Served, today: string): void => {
  if (until !== undefined && until <= today)
    throw new InputError(`${what} has not been served since ${until}`)
}

export type EndOptions = WriteOptions & { readonly until: string; readonly replacedBy?: string }

type Ends<Id extends string> = Served & { readonly replacedBy?: readonly Id[] | undefined }

type Ending<Id extends string, One extends Ends<Id> = Ends<Id>> = {
  readonly id: Id
  /** The one that ends, in words. */
  readonly what: string
  readonly one: One
  readonly others: ReadonlyMap<Id, Served>
  readonly today: string
}

const requireReplacing = (
  by: string,
  until: string,
  { id, what, others }: Ending<string>,
): void => {
  const found = others.get(by)
  if (by === id) throw new InputError(`--replaced-by: ${what} cannot replace itself`)
  if (found === undefined)
    throw new InputError(`--replaced-by: ${by} is not in the directory: add it first`)
  if (found.rehearsal === true)
    throw new InputError(`--replaced-by: nobody works at ${by}: the hub rehearses with it`)
  if (!isServedOn(found, until))
    throw new InputError(`--replaced-by: ${by} is not served on ${until}`)
}

/**
 * An authority or agency as it ends: once, not before today, after it began, and replaced by what is served on that day, so that nothing is ever
 * replaced in a circle.
 * @throws InputError that says why it cannot
 */
export const endedBy = <Id extends string, One extends Ends<Id>>(
  ending: Ending<Id, One>,
  options: EndOptions,
) => {
  const { what, one, others, today } = ending
  const until = checked(calendarDateSchema, options.until, '--until')
  requireNotEnded(what, one, today)
  if (until < today) throw new InputError(`--until: ${until} is over; ${today} is the earliest`)
  if (one.from !== undefined && until <= one.from)
    throw new InputError(`--until: ${what} is served from ${one.from}, and cannot end before`)
  const stated = listOf(options.replacedBy ?? '')
  for (const by of stated) requireReplacing(by, until, ending)
  const replacedBy = [...others.keys()].filter((by) => stated.includes(by))
  const { replacedBy: _, ...rest } = one
  return { ...rest, until, ...(replacedBy.length > 0 && { replacedBy }) }
}

/** What is left to do once an authority or agency ends. */
export const afterEnding = (isActing: (client: Client) => boolean, clients: readonly Client[]) => {
  const acting = clients
    .filter((client) => client.active && isActing(client))
    .map(({ clientId }) => clientId)
  const suspend = `clients that act for it, to be suspended: ${acting.join(', ')}`
  const note =
    'say the same (until, replacedBy) in the stage’s file, and leave it there: its queues may still hold something'
  return { acting, lines: acting.length > 0 ? [note, suspend] : [note] }
}
