import * as z from 'zod'
import { tickCodes } from '../../../shared/audit/watching/watch-report.ts'
import { calendarDateSchema } from '../../../shared/calendar/calendar-date.ts'
import { addDays, lastWatchable } from '../../../shared/calendar/watched-day.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { type FromHub, given } from '../hub/ask-as.ts'
import { authorityIn, ofPartnershipSchema } from './contested.ts'

const reportSchema = ofPartnershipSchema.extend({
  day: z.string(),
  state: z.string(),
  total: z.int(),
  isCut: z.boolean().optional(),
  findings: z.array(
    z.object({
      number: z.int(),
      rule: z.string(),
      practitioner: z.string().optional(),
      clients: z.array(z.string()),
      count: z.int(),
      first: z.string(),
      last: z.string(),
      about: z.array(z.string()),
      tick: z
        .object({ how: z.string(), at: z.string(), practitioner: z.string().optional() })
        .optional(),
    }),
  ),
})

const isDay = (day: string): boolean => calendarDateSchema.safeParse(day).success

/** What came of a tick. */
const saids = ['yes', 'own', 'changed'] as const

const saidOf = (answer: FromHub): (typeof saids)[number] | undefined => {
  if (answer.kind === 'ok') return 'yes'
  const { status } = answer.problem
  if (status === 403) return 'own'
  return status === 409 || status === 412 ? 'changed' : undefined
}

/** Which service told which council, by what they are called. */
const unagreedIn = (
  { agency, authority, count }: { agency: string; authority: string; count: number },
  asked: AskedInRole,
) => ({
  agency: asked.deps.built.settings.agencies.find(({ key }) => key === agency)?.name ?? agency,
  authority: authorityIn(asked, authority)?.name ?? authority,
  count,
})

const report = async (asked: AskedInRole): Promise<Answer> => {
  const { ask, visit, now, session } = asked
  const newest = lastWatchable(now)
  const day = visit.query['day'] ?? newest
  if (!isDay(day)) return nothingHere()
  const answer = await ask({ method: 'GET', path: `/watch-reports?day=${day}` })
  const { findings, unagreed, ...told } = given(reportSchema, answer)
  const unticked = findings.filter(({ tick }) => tick === undefined)
  return show('lead/watch', {
    ...told,
    etag: answer.kind === 'ok' ? answer.etag : '',
    findings: [...unticked, ...findings.filter(({ tick }) => tick !== undefined)],
    unticked: unticked.length,
    unagreed: unagreed?.map((one) => unagreedIn(one, asked)),
    said: saids.find((one) => one === visit.query['said']),
    ownId: session.workId,
    before: addDays(day, -1),
    after: day < newest ? addDays(day, 1) : undefined,
    back: '/',
  })
}

const tick = async ({ ask, visit: { form } }: AskedInRole): Promise<Answer> => {
  const day = form.get('day') ?? ''
  const how = form.get('how') ?? ''
  const finding = Number(form.get('finding') ?? '')
  if (!isDay(day) || !tickCodes.some((code) => code === how) || !Number.isInteger(finding))
    return nothingHere()
  const answer = await ask({
    method: 'POST',
    path: '/watch-reports/tick',
    headers: { 'If-Match': form.get('version') ?? '' },
    body: { day, finding, how },
  })
  const said = saidOf(answer)
  if (said === undefined) given(reportSchema, answer)
  return go(`/watch?day=${day}&said=${said ?? 'yes'}`)
}

/** What of a day’s use of the hub in their organisation a lead should look at. */
export const watchAnswers: Answers['inRole'] = { watch: { get: report, post: tick } }
