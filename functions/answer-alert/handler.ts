import type { Caller } from '../../shared/agencies/access.ts'
import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import type { Answer } from '../../shared/alerts/answers/answer-alert.ts'
import {
  type GiveAnswerDeps,
  type GiveAnswerResult,
  giveAnswer,
} from '../../shared/casework/give-answer.ts'
import { alertView } from '../../shared/http/alert-view.ts'
import type { Reply } from '../../shared/http/contract.ts'
import {
  acknowledgeAlertContract,
  giveFeedbackContract,
  recordOutcomeContract,
} from '../../shared/http/contracts/alerts.ts'
import { versionOf } from '../../shared/http/etag.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { AlertId, NewId } from '../../shared/kernel/ids.ts'

export type Deps = GuardedDeps & Omit<GiveAnswerDeps, 'recorder'> & { readonly newId: NewId }

type AnswerCall = {
  readonly caller: Caller
  readonly params: { readonly id: AlertId }
  readonly headers: { readonly 'if-match'?: string | undefined }
  readonly requestId: string
}

/** POST /alerts/{id}/acknowledgement, /outcome, /feedback */
export const createHandler = (deps: Deps): ApiHandler => {
  const give = async (call: AnswerCall, answer: Answer): Promise<Reply> => {
    const { caller, params, requestId } = call
    const recorder = (now: Date) => recorderOf(caller, requestId, { now, newId: deps.newId })
    const expectedVersion = versionOf(call.headers['if-match'])
    const outcome = await giveAnswer(params.id, answer, {
      caller,
      expectedVersion,
      deps: { ...deps, recorder },
    })
    if (outcome.kind === 'not-theirs') await deps.recordRefusal(caller, 'alert.answer', requestId)
    return replyTo(outcome)
  }
  return createApi(
    [
      endpoint('acknowledgeAlert', acknowledgeAlertContract, (call) =>
        give(call, { step: 'acknowledgement' }),
      ),
      endpoint('recordOutcome', recordOutcomeContract, (call) => {
        const { outcome: code, ...given } = call.body
        return give(call, { step: 'outcome', code, ...given })
      }),
      endpoint('giveFeedback', giveFeedbackContract, (call) =>
        give(call, { step: 'feedback', ...call.body }),
      ),
    ],
    deps,
  )
}

const replyTo = (outcome: GiveAnswerResult): Reply => {
  switch (outcome.kind) {
    case 'answered':
    case 'already-answered':
      return alertView(outcome.alert, outcome.priorAlertIds)
    case 'not-theirs':
    case 'not-found':
      throw new HubError('not-found', 'no such alert of your authority')
    case 'changed-since-read':
      throw new HubError('version-mismatch', 'read the alert again before you answer it')
    case 'out-of-order':
      throw new HubError('state-conflict', `the alert is ${outcome.state}`)
    case 'needs-second-person':
      throw new HubError(
        'state-conflict',
        'closing this alert needs a second person: give the outcome again, with practitioner',
      )
    case 'incomplete': {
      const { faults } = outcome
      throw new HubError('request-invalid', 'the outcome is incomplete', { faults })
    }
  }
}
