import { Logger as Powertools } from '@aws-lambda-powertools/logger'
import type { Clock } from '../kernel/clock.ts'
import type { HubErrorCode } from '../kernel/hub-error.ts'
import type { Measured } from '../kernel/measures.ts'
import { embeddedMetrics } from './embedded-metrics.ts'

/** Everything the hub may say in a log. Sentences live with the reader's tools; the code is what alarms look for. */
export type LogEvent =
  | 'REQUEST_COMPLETED'
  | 'REQUEST_REFUSED'
  | 'REQUEST_FAILED'
  | 'CALLER_UNPROVEN'
  | 'RECORD_COMPLETED'
  | 'RECORD_FAILED'
  | 'RULE_SILENT'
  | 'RESCUED_BY_SWEEP'
  | 'SWEEP_COMPLETED'
  | 'ALERT_UNREAD'
  | 'MESSAGE_TOLD_AGAIN'
  | 'CONCERN_UNACCOUNTED'
  | 'CONCERNS_COUNTED'
  | 'CONCERNS_RECONCILED'
  | 'LOG_SEALED'
  | 'HUB_MEASURED'
  | 'CONCERN_REHEARSED'
  | 'REHEARSAL_FAILED'
  | 'LOG_CONTRADICTED'
  | 'LOG_WALKED'
  | 'LOG_ALTERED'
  | 'ACT_WITHOUT_ENTRY'
  | 'ENTRY_WITHOUT_REQUEST'
  | 'USE_REPORTED'
  | 'ENTRIES_EXPIRED'
  | 'CANARY_HIT'
  | 'LOG_RESTORED'
  | 'ENTRY_SET_ASIDE'
  | 'ROW_QUARANTINED'
  | 'DIRECTORY_UNREADABLE'
  | 'UNKNOWN_CHANGE'
  | 'PUSH_FAILED'
  | 'PUSH_GIVEN_UP'
  | 'NO_SEALING_KEY'
  | 'CONTENT_TOO_LARGE'
  | 'TOKEN_KEY_PASSED_OVER'
  | 'TOKEN_KEY_REPLACED'
  | 'PAGE_ANSWERED'
  | 'PAGE_REFUSED'
  | 'PAGE_FAILED'
  | 'SIGNED_IN'
  | 'SIGNED_OUT'
  | 'SIGN_IN_REFUSED'
  | 'SIGN_IN_FAILED'
  | 'FORM_NOT_TRUSTED'
  | 'COUNT_FAILED'

/** Ids, codes and counts only: a name, an address or a payload has no field to go in. No index signature, on purpose. */
export type LogFields = {
  /** The gateway's id of the request, as its own log has it. */
  readonly gatewayId?: string
  /** The caller's, where it sent one. */
  readonly requestId?: string
  readonly route?: string
  readonly status?: number
  readonly code?: HubErrorCode
  readonly errorName?: string
  /** Where a defect was thrown. @see framesOf */
  readonly frames?: readonly string[]
  readonly concernId?: string
  readonly alertId?: string
  readonly reviewId?: string
  /** Of the alert or review behind a message. */
  readonly recordId?: string
  /** Whose it is, and who is to be telephoned, by code. */
  readonly authority?: string
  /** By its key. */
  readonly agency?: string
  /** Of the directory, by its id. */
  readonly client?: string
  /** Of a work id, a digest: whoever has the id finds its lines, and nobody reads it off them. */
  readonly practitioner?: string
  /** By which the operator finds what stands aside. */
  readonly quarantineId?: string
  readonly kind?: string
  readonly urgency?: string
  /** A table by what it is for, and what happened to a row of it. */
  readonly table?: string
  readonly event?: string
  readonly rule?: string
  readonly attempt?: number
  readonly count?: number
  /** Which leaf of the audit log, by its index. */
  readonly leaf?: number
  readonly milliseconds?: number
  /** What becomes metrics. @see embeddedMetrics */
  readonly measured?: Measured
}

/** Writes one JSON line: what happened and its ids. Errors are logged by name, for their messages may hold anything. */
export type Log = (level: 'info' | 'warn' | 'error', event: LogEvent, fields: LogFields) => void

/** A log for one function. Never pass it an SDK error, an event or a body; the type does not let you. */
export const createLog = (functionName: string, now: Clock): Log => {
  const logger = new Powertools({ serviceName: functionName })
  return (level, event, { measured, ...fields }) => {
    const metrics = measured === undefined ? {} : embeddedMetrics(measured, now())
    logger[level](event, { ...fields, ...metrics })
  }
}
