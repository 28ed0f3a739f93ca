import { londonDay } from '../../../shared/calendar/london-day.ts'
import type { TextKey, Values } from '../texts/texts.ts'

const minute = 60_000
const dayMinutes = 1440

/** How long there is, or how long it is late, in words, as at the moment a page was made: no clock runs in front of a reader. */
export type Due = {
  readonly isLate: boolean
  readonly text: TextKey
  readonly values: Values
  readonly isToday: boolean
}

const spanOf = (
  minutes: number,
): { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number } => {
  if (minutes < 90) return { unit: 'minutes', count: Math.max(1, minutes) }
  if (minutes < 2 * dayMinutes) return { unit: 'hours', count: Math.floor(minutes / 60) }
  return { unit: 'days', count: Math.floor(minutes / dayMinutes) }
}

const texts = {
  late: { minutes: 'due.late.minutes', hours: 'due.late.hours', days: 'due.late.days' },
  left: { minutes: 'due.left.minutes', hours: 'due.left.hours', days: 'due.left.days' },
} as const satisfies Record<string, Record<string, TextKey>>

export const dueOf = (dueAt: string, now: Date): Due => {
  const left = Math.floor((Date.parse(dueAt) - now.getTime()) / minute)
  const isLate = left < 0
  const { unit, count } = spanOf(Math.abs(left))
  return {
    isLate,
    text: texts[isLate ? 'late' : 'left'][unit],
    values: { count },
    isToday: londonDay(new Date(dueAt)) === londonDay(now),
  }
}
