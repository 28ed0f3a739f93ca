import { outcomeWords } from '../../../shared/codes/outcome-details.ts'
import { outcomeCodes, outcomes } from '../../../shared/codes/outcomes.ts'
import type { AskedInRole, Answers as Handlers } from '../asked.ts'
import type { Answers } from '../concern/draft.ts'
import { readAnswers } from '../concern/read-answers.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, go, show, showForm } from '../http/answer.ts'
import { isHubId } from '../http/hub-id.ts'
import { type Alert, issuedAt, readAlert } from './alert.ts'
import { answerOptions, isOutcome } from './answer-fields.ts'
import { giveAnswer } from './give.ts'
import { type AnswerKind, kindOf } from './kinds-of-answer.ts'
import { movedOn } from './moved-on.ts'
import { mayOffer } from './steps.ts'
import { toldIn } from './told-in.ts'

const mostPrior = 200

/** What stands in the form of an answer. Of the earlier alerts there may be more than any text holds. */
const answersIn = (form: URLSearchParams, { fields }: AnswerKind): Answers => ({
  ...readAnswers(form, fields),
  priorItemsRead: form
    .getAll('priorItemsRead')
    .flatMap((one) => one.split(' '))
    .filter(isHubId)
    .slice(0, mostPrior)
    .join(' '),
})

type Shown = {
  readonly kind: AnswerKind
  readonly answers: Answers
  readonly errors?: readonly FieldError[]
}

/** What the sender reads of a decision. */
const readsOf = (code: string | undefined): string =>
  code !== undefined && isOutcome(code) ? outcomeWords({ code }) : ''

const otherCouncils = ({ deps, acting: { position } }: AskedInRole) =>
  deps.built.settings.authorities
    .filter(({ key }) => key !== position.organisation)
    .map(({ code, name }) => ({ value: code, text: name }))

/** What the pages of an answer are made of. The version is the one that somebody read, until they have read what changed. */
const dataOf = (asked: AskedInRole, alert: Alert, { kind, answers, errors }: Shown) => {
  const { session, now, visit } = asked
  const isUnder = kind.code === undefined ? '' : '/outcome'
  return {
    step: kind.step,
    code: kind.code,
    fields: kind.fields,
    isChecked: kind.isChecked,
    needsHistory: kind.needsHistory,
    reads: readsOf(kind.code ?? alert.outcome?.code),
    answers,
    errors,
    options: answerOptions,
    councils: otherCouncils(asked),
    alert,
    own: session.workId,
    version: visit.form.get('version') ?? asked.typed?.get('version') ?? alert.version,
    opened: visit.form.get('opened') ?? now.toISOString(),
    prior: (kind.needsHistory ? alert.priorAlertIds : []).map((alertId) => ({
      alertId,
      at: issuedAt(alertId),
    })),
    typedBefore: asked.typed !== undefined,
    back: `/alerts/${alert.alertId}${isUnder}`,
  }
}

const shownForm = (asked: AskedInRole, alert: Alert, form: Shown): Answer =>
  showForm('alerts/answer', dataOf(asked, alert, form))

/** Seen once more before it is sent. */
const shownCheck = (asked: AskedInRole, alert: Alert, { kind, answers }: Shown): Answer =>
  show('alerts/check', {
    ...dataOf(asked, alert, { kind, answers }),
    told: toldIn(kind.fields, answers, asked),
    preview: kind.previewOf?.(answers, alert),
  })

/** Whether an alert stands as on the page from which somebody came: nobody answers what they have not seen. */
const isAsRead = ({ visit: { query } }: AskedInRole, { version }: Alert): boolean =>
  query['read'] === undefined || query['read'] === String(version)

const ask = async (asked: AskedInRole, kind: AnswerKind): Promise<Answer> => {
  const alert = await readAlert(asked)
  if (alert === undefined) return nothingHere()
  const { step, fields } = kind
  if (!mayOffer(step, alert)) return movedOn(asked, { step, status: 409, answers: {}, fields })
  if (!isAsRead(asked, alert))
    return movedOn(asked, { step, status: 412, answers: {}, fields, page: pageOf(kind, asked) })
  const typed = asked.typed && answersIn(asked.typed, kind)
  return shownForm(asked, alert, { kind, answers: typed ?? kind.firstAnswers(asked) })
}

const pageOf = ({ step, code }: AnswerKind, { params: { id = '' } }: AskedInRole): string =>
  `/alerts/${id}/${step}${code === undefined ? '' : `/${code}`}`

const send = async (asked: AskedInRole, kind: AnswerKind, answers: Answers): Promise<Answer> => {
  const { step, fallback, fields } = kind
  const version = asked.visit.form.get('version') ?? ''
  const given = await giveAnswer(asked, { step, version, body: kind.bodyOf(answers), fallback })
  if (given.kind === 'moved-on')
    return movedOn(asked, {
      step,
      status: given.status,
      answers,
      fields,
      page: pageOf(kind, asked),
    })
  if (given.kind === 'taken') return go(`/alerts/${asked.params['id']}?done=${step}`)
  const alert = await readAlert(asked)
  if (alert === undefined) return nothingHere()
  return shownForm(asked, alert, { kind, answers, errors: given.errors })
}

const answer = async (asked: AskedInRole, kind: AnswerKind): Promise<Answer> => {
  const { form } = asked.visit
  if (!isHubId(asked.params['id'])) return nothingHere()
  const answers = answersIn(form, kind)
  const wanted = form.get('do')
  if (wanted !== 'change' && (wanted === 'send' || !kind.isChecked))
    return send(asked, kind, answers)
  const alert = await readAlert(asked)
  if (alert === undefined) return nothingHere()
  const toShow = wanted === 'change' ? shownForm : shownCheck
  return toShow(asked, alert, { kind, answers })
}

const both = (step: AnswerKind['step']) => {
  const withKind =
    (todo: (asked: AskedInRole, kind: AnswerKind) => Promise<Answer>) =>
    async (asked: AskedInRole): Promise<Answer> => {
      const kind = kindOf(step, asked.params['code'])
      return kind === undefined ? nothingHere() : todo(asked, kind)
    }
  return { get: withKind(ask), post: withKind(answer) }
}

const reads = Object.fromEntries(outcomeCodes.map((code) => [code, outcomes[code].label]))

/** The outcomes to choose from, before what belongs to one of them is asked. */
const choose = async (asked: AskedInRole): Promise<Answer> => {
  const alert = await readAlert(asked)
  if (alert === undefined) return nothingHere()
  if (!mayOffer('outcome', alert))
    return movedOn(asked, { step: 'outcome', status: 409, answers: {}, fields: [] })
  if (!isAsRead(asked, alert))
    return movedOn(asked, { step: 'outcome', status: 412, answers: {}, fields: [] })
  return show('alerts/outcome', {
    alert,
    reads,
    options: answerOptions,
    back: `/alerts/${alert.alertId}`,
  })
}

const readIn = ({ visit: { query } }: AskedInRole): string =>
  /^\d{1,9}$/.test(query['read'] ?? '') ? `?read=${query['read']}` : ''

const chosen = async (asked: AskedInRole): Promise<Answer> => {
  const code = asked.visit.form.get('outcome') ?? undefined
  const { id = '' } = asked.params
  if (isHubId(id) && kindOf('outcome', code) !== undefined)
    return go(`/alerts/${id}/outcome/${code}${readIn(asked)}`)
  const alert = await readAlert(asked)
  if (alert === undefined) return nothingHere()
  const errors = [{ field: 'outcome', text: 'answer.error.outcome' }]
  return show(
    'alerts/outcome',
    { alert, reads, options: answerOptions, errors, back: `/alerts/${id}` },
    400,
  )
}

/** What a social worker answers to an alert. */
export const giveAnswers: Handlers['inRole'] = {
  'alert-outcome': { get: choose, post: chosen },
  'alert-outcome-of': both('outcome'),
  'alert-feedback': both('feedback'),
  'alert-telling': both('telling'),
  'alert-hand-over': both('hand-over'),
  'alert-case-status': both('case-status'),
}
