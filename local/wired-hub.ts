import { wire as wireAnswerAlert } from '../functions/answer-alert/wire.ts'
import { wire as wireAssessConcern } from '../functions/assess-concern/wire.ts'
import { wire as wireChallengeAnswer } from '../functions/challenge-answer/wire.ts'
import { wire as wireChangeConsent } from '../functions/change-consent/wire.ts'
import { wire as wireDescribeApi } from '../functions/describe-api/wire.ts'
import { wire as wireFollowConcern } from '../functions/follow-concern/wire.ts'
import { wire as wireIssueToken } from '../functions/issue-token/wire.ts'
import { wire as wireMaintainRegister } from '../functions/maintain-register/wire.ts'
import { wire as wirePreviewConcern } from '../functions/preview-concern/wire.ts'
import { wire as wireQueryAudit } from '../functions/query-audit/wire.ts'
import { wire as wireReadAlerts } from '../functions/read-alerts/wire.ts'
import { wire as wireReadChronology } from '../functions/read-chronology/wire.ts'
import { wire as wireRelayAlerts } from '../functions/relay-alerts/wire.ts'
import { wire as wireReviewConcerns } from '../functions/review-concerns/wire.ts'
import { wire as wireSealAudit } from '../functions/seal-audit/wire.ts'
import { wire as wireSubmitConcern } from '../functions/submit-concern/wire.ts'
import { wire as wireWatchClocks } from '../functions/watch-clocks/wire.ts'
import { wire as wireWatchTables } from '../functions/watch-tables/wire.ts'
import type { Clients } from '../shared/aws/clients.ts'
import type { World } from '../shared/aws/world.ts'
import type { Environment } from '../shared/config/environment.ts'
import type { FunctionName } from '../shared/config/functions.ts'

type Union<T> = (T extends unknown ? (value: T) => void : never) extends (value: infer All) => void
  ? All
  : never

/** What all functions together are told at deployment. */
export type HubEnvironment = Union<{ [Name in FunctionName]: Environment<Name> }[FunctionName]>

/** Every function of the hub in this process, by its name, over these clients and in this world. */
export const wiredHub = (clients: Clients, environment: HubEnvironment, world: World) =>
  ({
    'answer-alert': wireAnswerAlert(clients, environment, world),
    'assess-concern': wireAssessConcern(clients, environment, world),
    'challenge-answer': wireChallengeAnswer(clients, environment, world),
    'change-consent': wireChangeConsent(clients, environment, world),
    'describe-api': wireDescribeApi(clients, environment, world),
    'follow-concern': wireFollowConcern(clients, environment, world),
    'issue-token': wireIssueToken(clients, environment, world),
    'maintain-register': wireMaintainRegister(clients, environment, world),
    'preview-concern': wirePreviewConcern(clients, environment, world),
    'query-audit': wireQueryAudit(clients, environment, world),
    'read-alerts': wireReadAlerts(clients, environment, world),
    'read-chronology': wireReadChronology(clients, environment, world),
    'relay-alerts': wireRelayAlerts(clients, environment, world),
    'review-concerns': wireReviewConcerns(clients, environment, world),
    'seal-audit': wireSealAudit(clients, environment, world),
    'submit-concern': wireSubmitConcern(clients, environment, world),
    'watch-clocks': wireWatchClocks(clients, environment, world),
    'watch-tables': wireWatchTables(clients, environment, world),
  }) satisfies Record<FunctionName, unknown>
