import { createHash } from 'node:crypto'
import * as z from 'zod'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import type { Field } from '../concern/field.ts'
import { options } from '../concern/options.ts'
import { readAnswers } from '../concern/read-answers.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, go, showForm } from '../http/answer.ts'
import { given } from '../hub/ask-as.ts'
import { followed } from './follow.ts'

/** What a service says later of a concern that it sent: how it is asked, and what of it goes to the API. */
type SaidLater = {
  readonly name: 'consent' | 'withdrawal' | 'challenge'
  readonly fields: readonly Field[]
  readonly bodyOf: (answers: Readonly<Record<string, string>>) => object
  /** Where what the API says of a field is mended. */
  readonly places: Readonly<Record<string, string>>
}

const filled = (value: string | undefined): string | undefined => (value === '' ? undefined : value)

const consent: SaidLater = {
  name: 'consent',
  fields: [
    { name: 'consentStatus', kind: 'radios', of: 'consent' },
    { name: 'whyNotSought', kind: 'radios', of: 'whyNot', hasHint: true },
    { name: 'whatWasAgreed', kind: 'lines', most: 500, hasHint: true },
  ],
  bodyOf: ({ consentStatus, whyNotSought, whatWasAgreed }) => ({
    ...(consentStatusNames.some((one) => one === consentStatus) && { status: consentStatus }),
    ...(whyNotSoughtReasons.some((one) => one === whyNotSought) && { whyNotSought }),
    ...(filled(whatWasAgreed) !== undefined && { whatWasAgreed }),
  }),
  places: {
    '/status': 'consentStatus',
    '/whyNotSought': 'whyNotSought',
    '/whatWasAgreed': 'whatWasAgreed',
  },
}

const withdrawal: SaidLater = {
  name: 'withdrawal',
  fields: [
    { name: 'withdrawalReason', kind: 'radios', of: 'withdrawal' },
    { name: 'withdrawalWords', kind: 'lines', most: 500, hasHint: true },
  ],
  bodyOf: ({ withdrawalReason, withdrawalWords }) => ({
    reason: filled(withdrawalReason),
    words: filled(withdrawalWords),
  }),
  places: { '/reason': 'withdrawalReason', '/words': 'withdrawalWords' },
}

const challenge: SaidLater = {
  name: 'challenge',
  fields: [
    { name: 'feedbackNumber', kind: 'text' },
    { name: 'challengeReason', kind: 'lines', most: 500, hasHint: true },
  ],
  bodyOf: ({ feedbackNumber = '', challengeReason }) => ({
    reason: filled(challengeReason),
    ...(/^\d{1,4}$/.test(feedbackNumber) && { feedbackNumber: Number(feedbackNumber) }),
  }),
  places: { '/reason': 'challengeReason', '/feedbackNumber': 'challengeReason' },
}

const shown = (
  asked: AskedInRole,
  { name, fields }: SaidLater,
  { answers, errors }: { answers: Readonly<Record<string, string>>; errors?: readonly object[] },
): Answer => {
  const { id = '' } = asked.params
  const data = { name, fields, answers, options, errors, back: `/concerns/${id}` }
  return showForm('concerns/say', data)
}

const ask =
  (said: SaidLater) =>
  async (asked: AskedInRole): Promise<Answer> => {
    if ((await followed(asked)) === undefined) return nothingHere()
    const { answer } = asked.visit.query
    const typed = asked.typed && readAnswers(asked.typed, said.fields)
    return shown(asked, said, { answers: typed ?? { feedbackNumber: answer ?? '' } })
  }

/** By whose it is and by what is said: pressing twice says it once. */
const keyOf = ({ session, now }: AskedInRole, id: string, body: object): string => {
  const day = now.toISOString().slice(0, 10)
  const whole = JSON.stringify([session.workId, id, body, day])
  return `console-${createHash('sha256').update(whole).digest('hex').slice(0, 40)}`
}

const send =
  (said: SaidLater) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const concern = await followed(asked)
    if (concern === undefined) return nothingHere()
    const { concernId: id } = concern
    const answers = readAnswers(asked.visit.form, said.fields)
    const body = said.bodyOf(answers)
    const answer = await asked.ask({
      method: 'POST',
      path: `/concerns/${id}/${said.name}`,
      headers: { 'Idempotency-Key': keyOf(asked, id, body) },
      body,
    })
    if (answer.kind === 'problem' && answer.problem.errors.length > 0) {
      const fields = answer.problem.errors.map(
        ({ pointer }) => said.places[pointer] ?? said.fields.at(-1)?.name ?? '',
      )
      const errors = [...new Set(fields)].map((field) => ({ field, text: `say.error.${field}` }))
      return shown(asked, said, { answers, errors })
    }
    given(z.object({ concernId: z.string() }), answer)
    return go(`/concerns/${id}?said=yes`)
  }

const both = (said: SaidLater) => ({ get: ask(said), post: send(said) })

export const sayLaterAnswers: Answers['inRole'] = {
  'concern-consent': both(consent),
  'concern-withdrawal': both(withdrawal),
  'concern-challenge': both(challenge),
}
