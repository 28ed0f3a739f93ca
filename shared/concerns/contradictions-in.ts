import type { Path } from '../kernel/left-out.ts'
import type { Concern } from './concern.ts'
import type { Fault } from './gaps-in.ts'
import { namedAdult } from './person-ref.ts'

type Day = readonly [path: Path, day: string | undefined]

const millisecondsOfDay = 24 * 60 * 60 * 1000

const daysFrom = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * millisecondsOfDay).toISOString().slice(0, 10)

/** Days, whole or known in part, that lie behind us. */
const pastDays = ({ subject, otherAdults, children, incidentOn, ongoingSince }: Concern): Day[] => [
  [['subject', 'dateOfBirth'], subject.dateOfBirth],
  ...otherAdults.map(
    ({ dateOfBirth }, at): Day => [['otherAdults', at, 'dateOfBirth'], dateOfBirth],
  ),
  ...children.map(({ dateOfBirth }, at): Day => [['children', at, 'dateOfBirth'], dateOfBirth]),
  [['incidentOn'], incidentOn],
  [['ongoingSince'], ongoingSince],
]

const expectedDays = ({ subject, children }: Concern): Day[] => [
  [['subject', 'pregnancy', 'expectedDateOfDelivery'], subject.pregnancy?.expectedDateOfDelivery],
  ...children.map(
    ({ expectedDateOfDelivery }, at): Day => [
      ['children', at, 'expectedDateOfDelivery'],
      expectedDateOfDelivery,
    ],
  ),
]

const faultsAmong = (
  days: readonly Day[],
  isWrong: (day: string) => boolean,
  detail: string,
): Fault[] =>
  days.flatMap(([path, day]) => (day !== undefined && isWrong(day) ? [{ path, detail }] : []))

const unledRelationships = ({ otherAdults, children }: Concern): Fault[] => {
  const named = new Set(['subject', ...otherAdults.map((_, at) => `otherAdults/${at}`)])
  return children.flatMap(({ relationships }, child) =>
    relationships.flatMap(({ adult }, at) =>
      named.has(adult)
        ? []
        : [
            {
              path: ['children', child, 'relationships', at, 'adult'],
              detail: namedAdult,
            },
          ],
    ),
  )
}

/** How long before and after today a birth may be expected. */
const overdueDays = 60
const latestDays = 300

/**
 * What cannot be so, though each field is well formed. `today` is London's, as an ISO date.
 * @see policy §8
 */
export const contradictionsIn = (concern: Concern, today: string): Fault[] => {
  const [earliest, latest] = [daysFrom(today, -overdueDays), daysFrom(today, latestDays)]
  return [
    ...faultsAmong(
      pastDays(concern),
      (day) => day > today.slice(0, day.length),
      'a day that is not in the future, as YYYY-MM-DD',
    ),
    ...faultsAmong(
      expectedDays(concern),
      (day) => day < earliest || day > latest,
      `a day from ${overdueDays} days ago to ${latestDays} days ahead, as YYYY-MM-DD`,
    ),
    ...unledRelationships(concern),
  ]
}
