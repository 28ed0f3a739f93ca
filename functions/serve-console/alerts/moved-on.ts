import type { AskedInRole } from '../asked.ts'
import type { Answers } from '../concern/draft.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, show } from '../http/answer.ts'
import type { Say } from '../texts/texts.ts'
import { type Alert, readAlert } from './alert.ts'
import type { AnswerField } from './answer-fields.ts'
import { mayOffer, type Step } from './steps.ts'
import { toldIn } from './told-in.ts'
import { happenedSince } from './what-happened.ts'

type Wanted = {
  readonly step: Step
  readonly status: 409 | 412
  /** What was typed, which is shown again and not lost. */
  readonly answers: Answers
  readonly fields: readonly AnswerField[]
  /** The page on which it can be sent again, once what changed was read. */
  readonly page?: string
}

/** When somebody opened it, as their form says; when it was raised, where that is no moment. */
const openedIn = (form: URLSearchParams, { raisedAt }: Alert): string => {
  const opened = new Date(form.get('opened') ?? '')
  return Number.isNaN(opened.getTime()) ? raisedAt : opened.toISOString()
}

/** An alert that moved on while somebody had it open: what happened since, how it stands, and what they typed. */
export const movedOn = async (asked: AskedInRole, wanted: Wanted): Promise<Answer> => {
  const { visit, session, say } = asked
  const alert = await readAlert(asked)
  if (alert === undefined) return nothingHere()
  const changes = happenedSince(alert, openedIn(visit.form, alert))
  // What was told of the family since is read on the alert's own page before anything is answered.
  const isToldMore = changes.some(({ text }) => text === 'happened.told-again')
  const data = {
    alert,
    own: session.workId,
    step: wanted.step,
    changes,
    typed: told(wanted, say, asked),
    answers: wanted.answers,
    opened: asked.now.toISOString(),
    page: mayOffer(wanted.step, alert) && !isToldMore ? wanted.page : undefined,
    back: `/alerts/${alert.alertId}`,
  }
  return show('alerts/moved-on', data, wanted.status)
}

const told = ({ fields, answers }: Wanted, say: Say, asked: AskedInRole) =>
  toldIn(fields, answers, { say, deps: asked.deps })
