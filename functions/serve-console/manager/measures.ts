import * as z from 'zod'
import { volumeSchema } from '../../../shared/alerts/volume.ts'
import { askedInSchema } from '../../../shared/reviews/counted-question.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, show } from '../http/answer.ts'
import { given } from '../hub/ask-as.ts'
import { barsOf } from '../pictures/bars.ts'
import type { Say } from '../texts/texts.ts'
import { largestSmall, type Told } from './disclosure.ts'
import { csvOf } from './measures-csv.ts'
import { measuresOf } from './measures-of.ts'
import { type Quarter, quartersUntil } from './quarters.ts'

const volumesSchema = z.object({
  items: z.array(volumeSchema.strip()),
  questions: z.array(askedInSchema.strip()),
})

/** Each quarter as it is told, the newest first, and which of them was chosen. */
const read = async ({ ask, now, visit }: AskedInRole) => {
  const quarters = quartersUntil(now)
  const from = quarters.at(-1)?.first ?? ''
  const to = quarters[0]?.months.at(-1) ?? ''
  const answer = await ask({ method: 'GET', path: `/alerts/volume?from=${from}&to=${to}` })
  const { items, questions } = given(volumesSchema, answer)
  const isIn = ({ months }: Quarter, { month }: { readonly month: string }): boolean =>
    months.includes(month)
  const all = quarters.map((quarter) => ({
    ...quarter,
    ...measuresOf(
      items.filter((item) => isIn(quarter, item)),
      questions.filter((question) => isIn(quarter, question)),
    ),
  }))
  const chosen = all.find(({ first }) => first === visit.query['quarter']) ?? all[0]
  if (chosen === undefined) throw new Error('there is a quarter at any time')
  return { all, chosen }
}

const sizeOf = (count: Told | undefined): number => (typeof count === 'number' ? count : 0)

const saidOf =
  (say: Say) =>
  (count: Told): string =>
    count === 'left-out' ? say('measures.leftOut') : String(count)

const page = async (asked: AskedInRole): Promise<Answer> => {
  const { all, chosen } = await read(asked)
  const { say } = asked
  const said = saidOf(say)
  const { agencies, measures } = chosen
  return show('manager/measures', {
    all,
    chosen,
    largestSmall,
    shares: barsOf(
      measures.map(({ name, share }) => ({
        name: say(`measures.of.${name}`),
        said: share === undefined ? '–' : `${share}%`,
        size: share ?? 0,
      })),
      100,
    ),
    came: barsOf(
      agencies.map(({ name, raised }) => ({ name, said: said(raised), size: sizeOf(raised) })),
    ),
    back: '/',
  })
}

/** The same numbers for a spreadsheet, in which nothing that stands there can run. */
const csv = async (asked: AskedInRole): Promise<Answer> => {
  const { all, chosen } = await read(asked)
  const body = csvOf({ all, chosen }, { say: asked.say, said: saidOf(asked.say) })
  const type = 'text/csv; charset=utf-8'
  const name = `measures-${chosen.first}.csv`
  return { kind: 'bytes', type, cache: 'no-store', body, name }
}

export const measureAnswers: Answers['inRole'] = {
  measures: { get: page },
  'measures-csv': { get: csv },
}
