import { factors } from '../../../shared/codes/factors.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { isHubId } from '../http/hub-id.ts'
import { isSeenBy } from '../pages.ts'
import type { Say } from '../texts/texts.ts'
import { wordOf } from '../texts/word-of.ts'
import { type Alert, issuedAt, readAlert } from './alert.ts'
import type { Whereabouts } from './alert-content.ts'
import { dueOf } from './due-in-words.ts'
import { familyPicture, whoIsWhose } from './family-picture.ts'
import { giveAnswer } from './give.ts'
import { justDone } from './just-done.ts'
import { movedOn } from './moved-on.ts'
import { ageOfChild, ageOfMonths, namesIn } from './people.ts'
import { mayOffer, nextStep, steps } from './steps.ts'
import { whatHappened } from './what-happened.ts'
import { whatToDo } from './what-to-do.ts'

const isFactor = (code: string): code is keyof typeof factors => Object.hasOwn(factors, code)
const inWords = (codes: readonly string[]): string =>
  codes.map((code) => (isFactor(code) ? factors[code].label : code)).join('; ')

const placesOf = ({ addresses, phones, emails, places }: Whereabouts, say: Say): string =>
  [
    ...addresses.map(({ houseNumber, street, town, postcode }) =>
      [[houseNumber, street].filter(Boolean).join(' '), town, postcode].filter(Boolean).join(', '),
    ),
    ...phones,
    ...emails,
    ...places.map(({ kind, text }) => `${wordOf(say)('place', kind)}: ${text}`),
  ].join('\n')

/** What a child's entries say is said once, however many children it is about. */
const entriesOf = ({ earlier }: Alert['content']) =>
  [...new Map(earlier.map((one) => [one.entryId, one])).values()].map((one) => ({
    ...one,
    factorsInWords: inWords(one.factors),
  }))

/** An alert as its page shows it: what to do first, then who it is about, and why it is here. */
const shownOf = (alert: Alert, { now, session, visit, say, acting }: AskedInRole) => {
  const { content } = alert
  return {
    alert: {
      ...alert,
      content: {
        ...content,
        whereabouts: content.whereabouts.map((one) => ({ ...one, inWords: placesOf(one, say) })),
      },
    },
    opened: now.toISOString(),
    done: justDone(visit.query['done'] ?? '', alert, session.workId),
    own: session.workId,
    due: dueOf(alert.dueAt, now),
    toDo: whatToDo(alert),
    next: nextStep(alert),
    offered: steps.filter((step) => mayOffer(step, alert)),
    joined: content.joined.map((child) => ({
      ...child,
      age: child.isUnborn === true ? { unit: 'unborn' } : ageOfMonths(child.ageMonths),
    })),
    children: content.children.map((child) => ({ ...child, age: ageOfChild(child, now) })),
    names: Object.fromEntries(namesIn(content)),
    picture: familyPicture(content, now),
    whose: whoIsWhose(content),
    factorsInWords: inWords(content.factors),
    earlier: entriesOf(content),
    prior: alert.priorAlertIds.map((alertId) => ({ alertId, at: issuedAt(alertId) })),
    happened: whatHappened(alert),
    mayReadChronology: isSeenBy('chronology', acting.position.role),
    back: '/alerts',
  }
}

const read = async (asked: AskedInRole): Promise<Answer> => {
  const alert = await readAlert(asked)
  return alert === undefined ? nothingHere() : show('alerts/one', shownOf(alert, asked))
}

/** Somebody has it: the acknowledgement. */
const take = async (asked: AskedInRole): Promise<Answer> => {
  const { form } = asked.visit
  const { id = '' } = asked.params
  if (!isHubId(id)) return nothingHere()
  const version = form.get('version') ?? ''
  const given = await giveAnswer(asked, { step: 'acknowledgement', version, fallback: '' })
  if (given.kind === 'taken') return go(`/alerts/${id}?done=take`)
  // There is nothing to mend in it: whatever is not taken has moved on.
  const status = given.kind === 'moved-on' ? given.status : 409
  return movedOn(asked, { step: 'take', status, answers: {}, fields: [] })
}

export const showAnswers: Answers['inRole'] = { alert: { get: read, post: take } }
