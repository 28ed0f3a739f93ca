import { wire as wireAnswerAlert } from '../functions/answer-alert/wire.ts'
import { wire as wireAssessConcern } from '../functions/assess-concern/wire.ts'
import { wire as wireChallengeAnswer } from '../functions/challenge-answer/wire.ts'
import { wire as wireChangeConsent } from '../functions/change-consent/wire.ts'
import { wire as wireDeliverAlerts } from '../functions/deliver-alerts/wire.ts'
import { wire as wireDescribeApi } from '../functions/describe-api/wire.ts'
import { wire as wireExpireConcerns } from '../functions/expire-concerns/wire.ts'
import { wire as wireExpireEntries } from '../functions/expire-entries/wire.ts'
import { wire as wireFollowConcern } from '../functions/follow-concern/wire.ts'
import { wire as wireGrantEmergencyAccess } from '../functions/grant-emergency-access/wire.ts'
import { wire as wireImportRegister } from '../functions/import-register/wire.ts'
import { wire as wireIssueToken } from '../functions/issue-token/wire.ts'
import { wire as wireLoadParts } from '../functions/load-parts/wire.ts'
import { wire as wireMaintainRegister } from '../functions/maintain-register/wire.ts'
import { wire as wireMeasureHub } from '../functions/measure-hub/wire.ts'
import { wire as wirePreviewConcern } from '../functions/preview-concern/wire.ts'
import { wire as wirePublishMessages } from '../functions/publish-messages/wire.ts'
import { wire as wireQueryAudit } from '../functions/query-audit/wire.ts'
import { wire as wireReadAlerts } from '../functions/read-alerts/wire.ts'
import { wire as wireReadChronology } from '../functions/read-chronology/wire.ts'
import { wire as wireReadUploads } from '../functions/read-uploads/wire.ts'
import { wire as wireRehearseConcern } from '../functions/rehearse-concern/wire.ts'
import { wire as wireRelayAlerts } from '../functions/relay-alerts/wire.ts'
import { wire as wireReportUse } from '../functions/report-use/wire.ts'
import { wire as wireReviewConcerns } from '../functions/review-concerns/wire.ts'
import { wire as wireRotateIndex } from '../functions/rotate-index/wire.ts'
import { wire as wireSealAudit } from '../functions/seal-audit/wire.ts'
import { wire as wireSubmitConcern } from '../functions/submit-concern/wire.ts'
import { wire as wireTellSenders } from '../functions/tell-senders/wire.ts'
import { wire as wireTidyRegister } from '../functions/tidy-register/wire.ts'
import { wire as wireVerifyLog } from '../functions/verify-log/wire.ts'
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

/** Every function of the hub in this process, by its name, each over its own clients, and all in this world. */
export const wiredHub = (
  clientsOf: (name: FunctionName) => Clients,
  environment: HubEnvironment,
  world: World,
) =>
  ({
    'answer-alert': wireAnswerAlert(clientsOf('answer-alert'), environment, world),
    'assess-concern': wireAssessConcern(clientsOf('assess-concern'), environment, world),
    'challenge-answer': wireChallengeAnswer(clientsOf('challenge-answer'), environment, world),
    'change-consent': wireChangeConsent(clientsOf('change-consent'), environment, world),
    'deliver-alerts': wireDeliverAlerts(clientsOf('deliver-alerts'), environment, world),
    'describe-api': wireDescribeApi(clientsOf('describe-api'), environment, world),
    'expire-concerns': wireExpireConcerns(clientsOf('expire-concerns'), environment, world),
    'expire-entries': wireExpireEntries(clientsOf('expire-entries'), environment, world),
    'follow-concern': wireFollowConcern(clientsOf('follow-concern'), environment, world),
    'grant-emergency-access': wireGrantEmergencyAccess(
      clientsOf('grant-emergency-access'),
      environment,
      world,
    ),
    'import-register': wireImportRegister(clientsOf('import-register'), environment, world),
    'issue-token': wireIssueToken(clientsOf('issue-token'), environment, world),
    'load-parts': wireLoadParts(clientsOf('load-parts'), environment, world),
    'maintain-register': wireMaintainRegister(clientsOf('maintain-register'), environment, world),
    'measure-hub': wireMeasureHub(clientsOf('measure-hub'), environment, world),
    'preview-concern': wirePreviewConcern(clientsOf('preview-concern'), environment, world),
    'publish-messages': wirePublishMessages(clientsOf('publish-messages'), environment, world),
    'query-audit': wireQueryAudit(clientsOf('query-audit'), environment, world),
    'read-alerts': wireReadAlerts(clientsOf('read-alerts'), environment, world),
    'read-chronology': wireReadChronology(clientsOf('read-chronology'), environment, world),
    'read-uploads': wireReadUploads(clientsOf('read-uploads'), environment, world),
    'rehearse-concern': wireRehearseConcern(clientsOf('rehearse-concern'), environment, world),
    'relay-alerts': wireRelayAlerts(clientsOf('relay-alerts'), environment, world),
    'report-use': wireReportUse(clientsOf('report-use'), environment, world),
    'review-concerns': wireReviewConcerns(clientsOf('review-concerns'), environment, world),
    'rotate-index': wireRotateIndex(clientsOf('rotate-index'), environment, world),
    'seal-audit': wireSealAudit(clientsOf('seal-audit'), environment, world),
    'submit-concern': wireSubmitConcern(clientsOf('submit-concern'), environment, world),
    'tell-senders': wireTellSenders(clientsOf('tell-senders'), environment, world),
    'tidy-register': wireTidyRegister(clientsOf('tidy-register'), environment, world),
    'verify-log': wireVerifyLog(clientsOf('verify-log'), environment, world),
    'watch-clocks': wireWatchClocks(clientsOf('watch-clocks'), environment, world),
    'watch-tables': wireWatchTables(clientsOf('watch-tables'), environment, world),
  }) satisfies Record<FunctionName, unknown>
