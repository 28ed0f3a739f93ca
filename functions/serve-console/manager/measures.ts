import * as z from 'zod'
import { monthsFrom, mostMonths } from '../../../shared/alerts/volume.ts'
import { lineOf } from '../../../shared/audit/export/csv-of-entry.ts'
import { londonDay } from '../../../shared/calendar/london-day.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, show } from '../http/answer.ts'
import { given } from '../hub/ask-as.ts'
import { barsOf } from '../pictures/bars.ts'
import type { Say } from '../texts/texts.ts'
import { type Measure, measuresOf } from './measures-of.ts'
import { smallest } from './suppressed.ts'

const volumesSchema = z.object({
  items: z.array(
    z.object({
      month: z.string(),
      agencyName: z.string(),
      raised: z.number(),
      decided: z.number(),
      noFurtherAction: z.number(),
    }),
  ),
})

/** Of how many months it is counted where nobody chooses. */
const usualMonths = 6

/** The month so many before another. */
const monthBefore = (month: string, count: number): string => {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** The months to choose from, and those that were chosen: any other than those is the usual ones. */
const chosenIn = ({ visit: { query }, now }: AskedInRole) => {
  const newest = londonDay(now).slice(0, 7)
  const months = monthsFrom(monthBefore(newest, mostMonths - 1), newest)
  const { from = '', to = '' } = query
  const areThere = months.includes(from) && months.includes(to) && from <= to
  return {
    months: months.toReversed(),
    ...(areThere ? { from, to } : { from: monthBefore(newest, usualMonths - 1), to: newest }),
  }
}

const read = async (asked: AskedInRole) => {
  const { months, from, to } = chosenIn(asked)
  const answer = await asked.ask({ method: 'GET', path: `/alerts/volume?from=${from}&to=${to}` })
  const { items } = given(volumesSchema, answer)
  return { months, from, to, ...measuresOf(items) }
}

const page = async (asked: AskedInRole): Promise<Answer> => {
  const measures = await read(asked)
  const { byAgency, byMonth } = measures
  return show('manager/measures', {
    ...measures,
    smallest,
    agencies: barsOf(byAgency.map(({ name, raised }) => ({ name, count: raised }))),
    over: barsOf(byMonth.map(({ name, raised }) => ({ name, count: raised }))),
    back: '/',
  })
}

const csvOf = (
  rows: readonly Measure[],
  { heading, say }: { heading: string; say: Say },
): string => {
  const told = (count: Measure['raised']): string =>
    count === 'few' ? say('measures.few', { count: smallest }) : String(count)
  return [
    [
      heading,
      say('measures.raised'),
      say('measures.decided'),
      say('measures.nfa'),
      say('measures.rate'),
    ],
    ...rows.map(({ name, raised, decided, noFurtherAction, rate }) => [
      name,
      told(raised),
      told(decided),
      told(noFurtherAction),
      rate === undefined ? '' : `${rate}%`,
    ]),
  ]
    .map(lineOf)
    .join('')
}

/** The same numbers for a spreadsheet, in which nothing that stands there can run. */
const csv = async (asked: AskedInRole): Promise<Answer> => {
  const { say } = asked
  const { byAgency, byMonth } = await read(asked)
  const body = `${csvOf(byAgency, { heading: say('measures.agency'), say })}\r\n${csvOf(byMonth, { heading: say('measures.month'), say })}`
  const type = 'text/csv; charset=utf-8'
  return { kind: 'bytes', type, cache: 'no-store', body, name: 'measures.csv' }
}

export const measureAnswers: Answers['inRole'] = {
  measures: { get: page },
  'measures-csv': { get: csv },
}
