import { factors } from '../../../shared/codes/factors.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { isHubId } from '../http/hub-id.ts'
import { isSeenBy } from '../pages.ts'
import { consoleRoles } from '../roles.ts'
import type { Say } from '../texts/texts.ts'
import { wordOf } from '../texts/word-of.ts'
import { type Alert, issuedAt, type Notice, noticesIn, readAlert } from './alert.ts'
import type { Whereabouts } from './alert-content.ts'
import { dueOf } from './due-in-words.ts'
import { familyPicture, whoIsWhose } from './family-picture.ts'
import { giveAnswer } from './give.ts'
import { justDone } from './just-done.ts'
import { movedOn } from './moved-on.ts'
import { ageOfChild, ageOfMonths, namesIn } from './people.ts'
import { mayOffer, nextStep, steps } from './steps.ts'
import { whatHappened } from './what-happened.ts'
import { isSecret, whatToDo } from './what-to-do.ts'

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

const onceEach = <T>(all: readonly T[], idOf: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [idOf(one), one])).values(),
]

/** What a child's entries say is said once, however many children it is about, and in however many notices. */
const entriesOf = (notices: readonly Notice[]) =>
  onceEach(
    notices.flatMap(({ content }) => content.earlier),
    ({ entryId }) => entryId,
  ).map((one) => ({ ...one, factorsInWords: inWords(one.factors) }))

/** Known children, whichever notice tells of them. */
const joinedIn = (notices: readonly Notice[]) =>
  onceEach(
    notices.flatMap(({ content }) => content.joined),
    ({ childId }) => childId,
  ).map((child) => ({
    ...child,
    age: child.isUnborn === true ? { unit: 'unborn' } : ageOfMonths(child.ageMonths),
  }))

/** One notice as its page shows it: whom it tells of, what was said, and what keeps them safe. */
const shownNotice = (
  notice: Notice,
  { now, say, isFirst }: Pick<AskedInRole, 'now' | 'say'> & { readonly isFirst: boolean },
) => {
  const { content } = notice
  return {
    ...notice,
    content: {
      ...content,
      whereabouts: content.whereabouts.map((one) => ({ ...one, inWords: placesOf(one, say) })),
    },
    children: content.children.map((child) => ({ ...child, age: ageOfChild(child, now) })),
    names: Object.fromEntries(namesIn(content)),
    picture: isFirst && familyPicture(content, now),
    whose: whoIsWhose(content),
    factorsInWords: inWords(content.factors),
  }
}

/** Whoever has it, the lead, and where nobody has it everybody: as the API takes it. */
const mayHandOver = ({ heldBy }: Alert, { session, acting }: AskedInRole): boolean =>
  heldBy === undefined || heldBy === session.workId || consoleRoles[acting.position.role].isLead

/** An alert as its page shows it: what to do first, then who it is about, and why it is here. */
export const shownOf = (alert: Alert, asked: AskedInRole) => {
  const { now, session, visit, acting } = asked
  const notices = noticesIn(alert)
  return {
    alert,
    notices: notices.map((one, at) => shownNotice(one, { ...asked, isFirst: at === 0 })),
    isSecret: notices.some(({ content }) => isSecret(content)),
    withheld: [...new Set(notices.flatMap(({ content }) => content.protected))],
    opened: now.toISOString(),
    done: justDone(visit.query['done'] ?? '', alert, session.workId),
    own: session.workId,
    due: dueOf(alert.dueAt, now),
    toDo: whatToDo(alert),
    next: nextStep(alert),
    offered: steps.filter(
      (step) => mayOffer(step, alert) && (step !== 'hand-over' || mayHandOver(alert, asked)),
    ),
    joined: joinedIn(notices),
    earlier: entriesOf(notices),
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
  // What the team was given back is handed to whoever takes it; all else is acknowledged.
  const given = await giveAnswer(asked, {
    version,
    fallback: '',
    ...(form.get('of') === 'team'
      ? { step: 'hand-over', body: { to: asked.session.workId } }
      : { step: 'acknowledgement' }),
  })
  if (given.kind === 'taken') return go(`/alerts/${id}?done=take`)
  // There is nothing to mend in it: whatever is not taken has moved on.
  const status = given.kind === 'moved-on' ? given.status : 409
  return movedOn(asked, { step: 'take', status, answers: {}, fields: [] })
}

export const showAnswers: Answers['inRole'] = { alert: { get: read, post: take } }
