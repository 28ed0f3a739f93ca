import type { By } from '../../shared/agencies/recorder-of.ts'
import type { Answer } from '../../shared/alerts/answers/answer-alert.ts'
import {
  type GiveAnswerDeps,
  type GiveAnswerResult,
  giveAnswer,
} from '../../shared/casework/give-answer.ts'
import { answeredReply } from '../../shared/http/answered-reply.ts'
import type { Reply } from '../../shared/http/contract.ts'
import {
  acknowledgeAlertContract,
  giveFeedbackContract,
  recordOutcomeContract,
} from '../../shared/http/contracts/alert-answers.ts'
import { versionOf } from '../../shared/http/etag.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { AlertId } from '../../shared/kernel/ids.ts'

export type Deps = GuardedDeps & GiveAnswerDeps

type AnswerCall = {
  readonly by: By
  readonly params: { readonly id: AlertId }
  readonly headers: { readonly 'if-match'?: string | undefined }
}

/** POST /alerts/{id}/acknowledgement, /outcome, /feedback */
export const createHandler = (deps: Deps): ApiHandler => {
  const give = async ({ by, params, headers }: AnswerCall, answer: Answer): Promise<Reply> => {
    const expectedVersion = versionOf(headers['if-match'])
    return replyTo(await giveAnswer({ by, alertId: params.id, answer, expectedVersion }, deps))
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

const replyTo = (result: GiveAnswerResult): Reply => {
  switch (result.kind) {
    case 'answered':
    case 'already-answered':
      return answeredReply(result.alert)
    case 'not-theirs':
    case 'not-found':
      throw new HubError('not-found', 'no such alert of your authority')
    case 'changed-since-read':
      throw new HubError('version-mismatch', 'read the alert again before you answer it')
    case 'out-of-order':
      throw new HubError('state-conflict', `the alert is ${result.state}`)
    case 'needs-second-person':
      throw new HubError('state-conflict', 'this outcome needs a second person, who gives it again')
    case 'incomplete': {
      const { faults } = result
      throw new HubError('request-invalid', 'the outcome is incomplete', { faults })
    }
  }
}
