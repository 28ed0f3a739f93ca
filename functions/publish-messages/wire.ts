import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import {
  markAgreementToldIn,
  readAgreementClockIn,
} from '../../shared/aws/dynamodb/agreement-clocks.ts'
import { readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { readNewestNoteIn } from '../../shared/aws/dynamodb/audit-log.ts'
import {
  markCheckpointSentIn,
  readCheckpointsSentIn,
  withCheckpointsDue,
} from '../../shared/aws/dynamodb/checkpoints-sent.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import { markElsewhereToldIn, readElsewhereIn } from '../../shared/aws/dynamodb/elsewhere.ts'
import {
  markAgainIn,
  markDigestSentIn,
  markSentIn,
  readMessageIn,
  readPendingIn,
  readSeenIn,
} from '../../shared/aws/dynamodb/outbox.ts'
import { markQuotaToldIn, readOverQuotaIn } from '../../shared/aws/dynamodb/quotas.ts'
import { readReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
import { markUnagreedToldIn, readUnagreedIn } from '../../shared/aws/dynamodb/unagreed.ts'
import { markReportToldIn, readUntoldReportIn } from '../../shared/aws/dynamodb/watch-reports.ts'
import { publishTo } from '../../shared/aws/sns/publish-to.ts'
import { sweepDepsFrom } from '../../shared/aws/sweep-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

type Wired = {
  readonly clients: Pick<Clients, 'store' | 'publish'>
  readonly environment: Environment<'publish-messages'>
  readonly world: World
}

const tablesOf = ({ environment }: Wired) => ({
  auditEntries: environment.AUDIT_ENTRIES_TABLE,
  casework: environment.CASEWORK_TABLE,
  intake: environment.INTAKE_TABLE,
})

const leaving = ({ clients, environment, world }: Wired) => ({
  readDirectory: readDirectoryIn(clients.store, environment.DIRECTORY_TABLE, world.now),
  publish: publishTo(clients.publish, environment.TOPIC_PREFIX),
  apiUrl: environment.API_URL,
  recorder: (now: Date) => recorderFor({ actor: 'publish-messages' }, now, world.newId),
  now: world.now,
})

/** Made once, so that the directory is read once for all of them. */
type Leaving = ReturnType<typeof leaving>

/** Messages about alerts and reviews: of the outbox, and of the day's digest. */
const messages = (wired: Wired, leaves: Leaving) => {
  const { store } = wired.clients
  const tables = tablesOf(wired)
  const again = {
    readAlert: readAlertIn(store, tables.casework),
    readSeen: readSeenIn(store, tables.casework),
    readReview: readReviewIn(store, tables.casework),
    markAgain: markAgainIn(store, tables),
  }
  return {
    again: { ...leaves, ...again, read: readMessageIn(store, tables.casework) },
    relay: {
      ...leaves,
      read: readMessageIn(store, tables.casework),
      markSent: markSentIn(store, tables),
    },
    digest: {
      ...leaves,
      ...again,
      readPending: readPendingIn(store, tables.casework),
      readNewestNote: readNewestNoteIn(store, wired.environment.AUDIT_LOG_TABLE),
      markSent: markDigestSentIn(store, tables),
    },
    checkpoint: {
      ...leaves,
      readNewestNote: readNewestNoteIn(store, wired.environment.AUDIT_LOG_TABLE),
      markSent: markCheckpointSentIn(store, tables),
    },
  }
}

/** What an authority or the partnership lead is told of on its day. */
const toldByDay = (wired: Wired, leaves: Leaving) => {
  const { store } = wired.clients
  const tables = tablesOf(wired)
  return {
    unagreed: {
      ...leaves,
      readUnagreed: readUnagreedIn(store, tables.casework),
      markTold: markUnagreedToldIn(store, tables),
    },
    quota: {
      ...leaves,
      readDay: readOverQuotaIn(store, tables.intake),
      markTold: markQuotaToldIn(store, tables),
    },
    use: {
      ...leaves,
      readUntold: readUntoldReportIn(store, tables.casework),
      markTold: markReportToldIn(store, tables),
    },
    elsewhere: {
      ...leaves,
      readKept: readElsewhereIn(store, tables.casework),
      markTold: markElsewhereToldIn(store, tables),
    },
    writtenAgreement: {
      ...leaves,
      readClock: readAgreementClockIn(store, tables.casework),
      markTold: markAgreementToldIn(store, tables),
    },
  }
}

export const wire = (
  clients: Wired['clients'],
  environment: Wired['environment'],
  world: World,
) => {
  const wired = { clients, environment, world }
  const sweeps = sweepDepsFrom(clients.store, tablesOf(wired), world)
  const leaves = leaving(wired)
  const readSent = readCheckpointsSentIn(clients.store, environment.CASEWORK_TABLE)
  return createHandler({
    ...sweeps,
    listWaiting: withCheckpointsDue(sweeps.listWaiting, { ...leaves, readSent }),
    ...messages(wired, leaves),
    ...toldByDay(wired, leaves),
  })
}
