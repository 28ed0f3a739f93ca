import { londonDay } from '../calendar/london-day.ts'
import type { Concern } from './concern.ts'

/** When something happened. `incidentOn` is the day that the referrer gave, if any; `isOngoing` says that it goes on. */
export type Event = {
  readonly eventOn: string
  readonly incidentOn?: string
  readonly isOngoing: boolean
}

/**
 * The event of a concern: the incident, or since when it has gone on, for neglect needs no incident (F17). Where neither
 * is given, the day in London on which the hub was told.
 */
export const eventOf = (
  { incidentDate, ongoingSince }: Pick<Concern, 'incidentDate' | 'ongoingSince'>,
  recordedAt: string,
): Event => {
  const incidentOn = incidentDate ?? ongoingSince
  return {
    eventOn: incidentOn ?? londonDay(new Date(recordedAt)),
    ...(incidentOn !== undefined && { incidentOn }),
    isOngoing: ongoingSince !== undefined,
  }
}
