import { toldByNow } from '../../../shared/alerts/answers/told-by-now.ts'
import { isPast } from '../../../shared/calendar/is-past.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { dueOf } from '../alerts/due-in-words.ts'
import { type Listed, readAlerts } from '../alerts/inbox.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, show } from '../http/answer.ts'
import { readQuestions } from '../identity/question.ts'

/** The most that one page weighs: an authority with more open alerts than this is told that there are more. */
const mostPages = 5

const allOpen = async (asked: AskedInRole) => {
  const items: Listed[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const list = await readAlerts(asked, { state: 'open', cursor })
    items.push(...list.items)
    cursor = list.next
    if (cursor === undefined) return { items, isAll: true }
  }
  return { items, isAll: false }
}

const isLevel = (harm: string): harm is (typeof harmLevels)[number] =>
  harmLevels.some((one) => one === harm)

/** Who has been told by now that an alert is late, by the ladder of the policy (§7). */
const toldOf = ({ harm, dueAt }: Listed, now: Date): string =>
  isLevel(harm) ? toldByNow({ harm, dueAt }, now) : 'inbox'

/** How many each person has, and how many of those are late; those of nobody first, then whoever has most that are late. */
export const byHolder = (items: readonly Listed[]) =>
  [...Map.groupBy(items, ({ heldBy }) => heldBy ?? '')]
    .map(([heldBy, theirs]) => ({
      heldBy,
      open: theirs.length,
      late: theirs.filter(({ isOverdue }) => isOverdue).length,
    }))
    .toSorted((a, b) => Number(b.heldBy === '') - Number(a.heldBy === '') || b.late - a.late)

const late = async (asked: AskedInRole): Promise<Answer> => {
  const { now, session } = asked
  const [{ items, isAll }, questions] = await Promise.all([
    allOpen(asked),
    readQuestions(asked, { state: 'open' }),
  ])
  const overdue = items.filter(({ isOverdue }) => isOverdue)
  return show('manager/late', {
    open: items.length,
    isAll,
    own: session.workId,
    holders: byHolder(items),
    items: overdue.map((item) => ({
      ...item,
      due: dueOf(item.dueAt, now),
      told: toldOf(item, now),
    })),
    questions: questions.items
      .filter(({ dueAt }) => isPast(dueAt, now))
      .map((item) => ({ ...item, due: dueOf(item.dueAt, now) })),
    back: '/',
  })
}

export const lateAnswers: Answers['inRole'] = { late: { get: late } }
