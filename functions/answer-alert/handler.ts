import type { By } from '../../shared/agencies/recorder-of.ts'
import type { Answer } from '../../shared/alerts/answers/answer-alert.ts'
import {
  type GiveAnswerDeps,
  type GiveAnswerResult,
  giveAnswer,
} from '../../shared/casework/give-answer.ts'
import {
  type HandOverAlertDeps,
  type HandOverAlertResult,
  handOverAlert,
} from '../../shared/casework/hand-over-alert.ts'
import {
  type RecordCaseStatusDeps,
  type RecordCaseStatusResult,
  recordCaseStatus,
} from '../../shared/casework/record-case-status.ts'
import { type RecordTellingResult, recordTelling } from '../../shared/casework/record-telling.ts'
import { type SendTestAlertDeps, sendTestAlert } from '../../shared/casework/send-test-alert.ts'
import { answeredReply } from '../../shared/http/answered-reply.ts'
import type { Reply } from '../../shared/http/contract.ts'
import {
  acknowledgeAlertContract,
  giveFeedbackContract,
  handOverAlertContract,
  recordCaseStatusContract,
  recordOutcomeContract,
  recordTellingContract,
} from '../../shared/http/contracts/alert-answers.ts'
import { sendTestAlertContract } from '../../shared/http/contracts/test-alerts.ts'
import { versionOf } from '../../shared/http/etag.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { AlertId } from '../../shared/kernel/ids.ts'

export type Deps = GuardedDeps &
  GiveAnswerDeps &
  HandOverAlertDeps &
  RecordCaseStatusDeps &
  SendTestAlertDeps

type AnswerCall = {
  readonly by: By
  readonly params: { readonly id: AlertId }
  readonly headers: { readonly 'if-match'?: string | undefined }
}

/** POST and PUT /alerts/{id}/acknowledgement; POST /outcome, /feedback, /telling, /case-status; POST /test-alerts */
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
      endpoint('handOverAlert', handOverAlertContract, async ({ by, params, headers, body }) => {
        const expectedVersion = versionOf(headers['if-match'])
        const input = { by, alertId: params.id, to: body.to, expectedVersion }
        return replyTo(await handOverAlert(input, deps))
      }),
      endpoint('recordOutcome', recordOutcomeContract, (call) => {
        const { outcome: code, ...given } = call.body
        return give(call, { step: 'outcome', code, ...given })
      }),
      endpoint('giveFeedback', giveFeedbackContract, (call) =>
        give(call, { step: 'feedback', ...call.body }),
      ),
      endpoint('recordTelling', recordTellingContract, async ({ by, params, headers, body }) => {
        const expectedVersion = versionOf(headers['if-match'])
        const input = { by, alertId: params.id, given: body, expectedVersion }
        return replyTo(await recordTelling(input, deps))
      }),
      endpoint('recordCaseStatus', recordCaseStatusContract, async (call) => {
        const { by, params, headers, body } = call
        const expectedVersion = versionOf(headers['if-match'])
        const input = { by, alertId: params.id, expectedVersion, ...body }
        return replyTo(await recordCaseStatus(input, deps))
      }),
      endpoint('sendTestAlert', sendTestAlertContract, async ({ by }) => ({
        status: 202,
        body: await sendTestAlert({ by }, deps),
      })),
    ],
    deps,
  )
}

const replyTo = (
  result: GiveAnswerResult | HandOverAlertResult | RecordTellingResult | RecordCaseStatusResult,
): Reply => {
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
    case 'held-by-another':
      throw new HubError('state-conflict', 'a colleague has it: they or your lead hand it over')
    case 'needs-second-person':
      throw new HubError('state-conflict', 'this outcome needs a second person, who gives it again')
    case 'in-the-future':
      throw new HubError('request-invalid', 'nobody was told yet', {
        faults: [{ pointer: '/toldAt', detail: 'a moment that has passed' }],
      })
    case 'incomplete': {
      const { faults } = result
      throw new HubError('request-invalid', 'the outcome is incomplete', { faults })
    }
  }
}
