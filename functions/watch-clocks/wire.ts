import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { assessDepsFrom } from '../../shared/aws/assess-deps.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import {
  markAgreementToldIn,
  readAgreementClockIn,
} from '../../shared/aws/dynamodb/agreement-clocks.ts'
import { commitAlertIn, readAlertIn, readAlertsIn } from '../../shared/aws/dynamodb/alerts.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { commitRegisterIn } from '../../shared/aws/dynamodb/commit-register.ts'
import { markWokenIn, readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import {
  commitConsentChangeIn,
  readConsentChangeIn,
} from '../../shared/aws/dynamodb/consent-changes.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import {
  keepElsewhereIn,
  markElsewhereToldIn,
  readElsewhereIn,
} from '../../shared/aws/dynamodb/elsewhere.ts'
import { commitExpiryIn } from '../../shared/aws/dynamodb/expire-concern.ts'
import {
  markHouseholdAppliedIn,
  readHouseholdChangeIn,
} from '../../shared/aws/dynamodb/household-changes.ts'
import { finishLeftOverIn } from '../../shared/aws/dynamodb/left-over.ts'
import { concernsSoughtIn } from '../../shared/aws/dynamodb/lookups.ts'
import {
  markDigestSentIn,
  markSentIn,
  readMessageIn,
  readPendingIn,
} from '../../shared/aws/dynamodb/outbox.ts'
import { markQuotaToldIn, readOverQuotaIn } from '../../shared/aws/dynamodb/quotas.ts'
import { findAdultIn, markRekeyedIn, readFamilyIn } from '../../shared/aws/dynamodb/register.ts'
import { commitReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
import { commitSilenceIn } from '../../shared/aws/dynamodb/silences.ts'
import { tidyIndexIn } from '../../shared/aws/dynamodb/tidy-index.ts'
import { markUnagreedToldIn, readUnagreedIn } from '../../shared/aws/dynamodb/unagreed.ts'
import { listWaitingIn } from '../../shared/aws/dynamodb/waiting.ts'
import {
  commitWithdrawnIn,
  readChronologiesIn,
  readWithdrawalIn,
} from '../../shared/aws/dynamodb/withdrawals.ts'
import { indexHasher } from '../../shared/aws/kms/index-hash.ts'
import { publishTo } from '../../shared/aws/sns/publish-to.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { createHandler } from './handler.ts'

type Wired = {
  readonly clients: Clients
  readonly environment: Environment<'watch-clocks'>
  readonly world: World
}

const tablesOf = ({ environment }: Wired) => ({
  auditEntries: environment.AUDIT_ENTRIES_TABLE,
  casework: environment.CASEWORK_TABLE,
  directory: environment.DIRECTORY_TABLE,
  intake: environment.INTAKE_TABLE,
  register: environment.REGISTER_TABLE,
})

const timed = ({ world }: Wired) => ({
  recorder: (now: Date) => recorderFor({ actor: 'watch-clocks' }, now, world.newId),
  now: world.now,
})

const assessing = (wired: Wired) => {
  const { clients, environment, world } = wired
  const { store } = clients
  const tables = tablesOf(wired)
  return {
    ...timed(wired),
    ...assessDepsFrom({ ...clients, now: world.now }, tables, environment),
    commit: commitAssessmentIn(store, tables),
    newId: wired.world.newId,
    readChange: readConsentChangeIn(store, tables.intake),
    commitChange: commitConsentChangeIn(store, tables),
    readWithdrawal: readWithdrawalIn(store, tables.intake),
    readChronologies: readChronologiesIn(store, tables.casework),
    commitWithdrawn: commitWithdrawnIn(store, tables),
    commitReview: commitReviewIn(store, tables),
    commitExpiry: commitExpiryIn(store, tables),
  }
}

const rehousing = (wired: Wired) => {
  const { store } = wired.clients
  const { casework } = tablesOf(wired)
  return {
    ...assessing(wired),
    readChange: readHouseholdChangeIn(store, casework),
    concernsSought: concernsSoughtIn(store, casework),
    markApplied: markHouseholdAppliedIn(store, casework),
    markWoken: markWokenIn(store, casework),
  }
}

const keepingRegister = (wired: Wired) => {
  const { clients, environment, world } = wired
  const { store, keys } = clients
  const tables = tablesOf(wired)
  const index = { store, keys, table: tables.register, wrappingKey: environment.INDEX_KEY }
  return {
    readFamily: readFamilyIn(store, tables.register),
    readAdult: findAdultIn(store, tables.register),
    hashKeys: indexHasher(index, { mayMake: true }),
    commit: commitRegisterIn(store, tables, world),
    markRekeyed: markRekeyedIn(store, tables.casework),
    tidy: tidyIndexIn(store, tables),
    now: world.now,
  }
}

const leaving = (wired: Wired) => ({
  ...timed(wired),
  publish: publishTo(wired.clients.publish, wired.environment.TOPIC_PREFIX),
  apiUrl: wired.environment.API_URL,
})

const elsewhere = (wired: Wired) => {
  const { store } = wired.clients
  const tables = tablesOf(wired)
  const { gather, model } = assessDepsFrom(
    { ...wired.clients, now: wired.world.now },
    tables,
    wired.environment,
  )
  return {
    ...leaving(wired),
    gather,
    model,
    readAdult: findAdultIn(store, tables.register),
    keep: keepElsewhereIn(store, tables.casework),
    readKept: readElsewhereIn(store, tables.casework),
    markTold: markElsewhereToldIn(store, tables),
  }
}

const toldByDay = (wired: Wired) => {
  const { store } = wired.clients
  const tables = tablesOf(wired)
  return {
    unagreed: {
      ...leaving(wired),
      readUnagreed: readUnagreedIn(store, tables.casework),
      markTold: markUnagreedToldIn(store, tables),
    },
    quota: {
      ...leaving(wired),
      readDay: readOverQuotaIn(store, tables.intake),
      markTold: markQuotaToldIn(store, tables),
    },
    writtenAgreement: {
      ...leaving(wired),
      readClock: readAgreementClockIn(store, tables.casework),
      markTold: markAgreementToldIn(store, tables),
    },
  }
}

export const wire = (clients: Clients, environment: Environment<'watch-clocks'>, world: World) => {
  const wired = { clients, environment, world }
  const { store } = clients
  const tables = tablesOf(wired)
  const { casework, auditEntries } = tables
  const readDirectory = readDirectoryIn(store, tables.directory, world.now)
  return createHandler({
    now: world.now,
    log: world.log,
    listWaiting: listWaitingIn(store, tables, (kind, error) =>
      reportFailure(world.log, kind, error),
    ),
    assess: assessing(wired),
    household: rehousing(wired),
    register: keepingRegister(wired),
    finish: finishLeftOverIn(store, casework),
    relay: {
      ...leaving(wired),
      readDirectory,
      read: readMessageIn(store, casework),
      markSent: markSentIn(store, { casework, auditEntries }),
    },
    digest: {
      ...leaving(wired),
      readPending: readPendingIn(store, casework),
      markSent: markDigestSentIn(store, { casework, auditEntries }),
    },
    ...toldByDay(wired),
    elsewhere: elsewhere(wired),
    silence: {
      ...timed(wired),
      readConcern: readConcernIn(store, tables),
      readAlerts: readAlertsIn(store, casework),
      commit: commitSilenceIn(store, tables),
    },
    chase: {
      ...timed(wired),
      readDirectory,
      readAlert: readAlertIn(store, casework),
      readConcern: readConcernIn(store, tables),
      commitAlert: commitAlertIn(store, { casework, auditEntries }),
    },
  })
}
