import { londonDay } from '../calendar/london-day.ts'
import { present } from '../kernel/present.ts'
import type { Concern } from './concern.ts'

/** When something happened. `statedOn` is the day that the referrer gave, if any; `isOngoing` says that it goes on. */
export type Event = {
  readonly eventOn: string
  readonly statedOn?: string
  readonly isOngoing: boolean
}

/**
 * The event of a concern: the incident, or since when it has gone on, for neglect needs no incident (F17). Where neither
 * is given, the day in London on which the hub was told.
 */
export const eventOf = (
  { incidentOn, ongoingSince }: Pick<Concern, 'incidentOn' | 'ongoingSince'>,
  recordedAt: string,
): Event => {
  const statedOn = incidentOn ?? ongoingSince
  return {
    eventOn: statedOn ?? londonDay(new Date(recordedAt)),
    ...present({ statedOn }),
    isOngoing: ongoingSince !== undefined,
  }
}
