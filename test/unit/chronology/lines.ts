import { accumulation } from '../../../shared/chronology/accumulation.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'

export const now = new Date('2026-11-23T10:00:00Z')

export type Line = readonly [
  number: number,
  day: string,
  agency: string,
  factors: readonly Notification['factors'][number][],
]

/** A notification, as one line: number, day, agency, factors. */
export const notification = ([number, day, agency, factors]: Line): Notification =>
  aNotification({
    concernId: aConcernId(number),
    eventOn: day.slice(0, 10),
    recordedAt: day.length === 10 ? `${day}T10:00:00.000Z` : day,
    agency,
    agencyName: agency,
    factors: [...factors],
  })

export const current = notification([1, '2026-11-23', 'drugs', ['2B']])
export const accumulated = (...lines: readonly Line[]) =>
  accumulation(lines.map(notification), current, now)
