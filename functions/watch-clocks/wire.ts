import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { commitAlertIn, readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { latestAssessmentIn, readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import {
  commitConsentChangeIn,
  readConsentChangeIn,
} from '../../shared/aws/dynamodb/consent-changes.ts'
import { readEarlierConcernsIn } from '../../shared/aws/dynamodb/earlier-concerns.ts'
import { gatherAdultsFrom, gatherFrom } from '../../shared/aws/dynamodb/gather.ts'
import {
  markHouseholdAppliedIn,
  readHeadsIn,
  readHouseholdChangeIn,
} from '../../shared/aws/dynamodb/household-changes.ts'
import {
  markDigestSentIn,
  markSentIn,
  readMessageIn,
  readPendingIn,
} from '../../shared/aws/dynamodb/outbox.ts'
import { readEarlierIn, recallFrom } from '../../shared/aws/dynamodb/recall.ts'
import { readReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
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
import { deployedModel } from '../../shared/matching/deployed-model.ts'
import { createHandler } from './handler.ts'

type Wired = {
  readonly clients: Clients
  readonly environment: Environment<'watch-clocks'>
  readonly world: World
}

const tablesOf = ({ environment }: Wired) => ({
  audit: environment.AUDIT_TABLE,
  casework: environment.CASEWORK_TABLE,
  register: environment.REGISTER_TABLE,
})

const timed = ({ world }: Wired) => ({
  recorder: (now: Date) => recorderFor({ actor: 'watch-clocks' }, now, world.newId),
  now: world.now,
})

const deciding = (wired: Wired) => {
  const { store } = wired.clients
  const { casework, ...tables } = tablesOf(wired)
  return {
    ...timed(wired),
    read: readConcernIn(store, casework),
    latestAssessment: latestAssessmentIn(store, casework),
    recall: recallFrom(store, { ...tables, casework }),
    commit: commitAssessmentIn(store, { ...tables, casework }),
    newId: wired.world.newId,
  }
}

const assessing = (wired: Wired) => {
  const { clients, environment } = wired
  const { store, keys } = clients
  const { register, casework, audit } = tablesOf(wired)
  const index = { store, keys, table: register, wrappingKey: environment.INDEX_KEY }
  return {
    ...deciding(wired),
    gather: gatherFrom(store, { register, casework }, indexHasher(index, { mayMake: false })),
    readEarlier: readEarlierIn(store, casework),
    readChange: readConsentChangeIn(store, casework),
    commitChange: commitConsentChangeIn(store, { casework, audit }),
    readWithdrawal: readWithdrawalIn(store, casework),
    readChronologies: readChronologiesIn(store, casework),
    commitWithdrawn: commitWithdrawnIn(store, casework),
    readEarlierConcerns: readEarlierConcernsIn(store, casework),
    model: deployedModel,
    trial: { needed: environment.TRIAL_MATCHES },
    readReview: readReviewIn(store, casework),
  }
}

const rehousing = (wired: Wired) => {
  const { store } = wired.clients
  const { register, casework } = tablesOf(wired)
  return {
    ...deciding(wired),
    gatherAdults: gatherAdultsFrom(store, { register, casework }),
    readChange: readHouseholdChangeIn(store, casework),
    readHeads: readHeadsIn(store, { register, casework }),
    markApplied: markHouseholdAppliedIn(store, casework),
  }
}

const leaving = (wired: Wired) => ({
  ...timed(wired),
  publish: publishTo(wired.clients.publish, wired.environment.TOPIC_ARNS),
  apiUrl: wired.environment.API_URL,
})

export const wire = (clients: Clients, environment: Environment<'watch-clocks'>, world: World) => {
  const wired = { clients, environment, world }
  const { store } = clients
  const { casework, audit } = tablesOf(wired)
  return createHandler({
    now: world.now,
    log: world.log,
    listWaiting: listWaitingIn(store, casework),
    assess: assessing(wired),
    household: rehousing(wired),
    relay: {
      ...leaving(wired),
      read: readMessageIn(store, casework),
      markSent: markSentIn(store, { casework, audit }),
    },
    digest: {
      ...leaving(wired),
      readPending: readPendingIn(store, casework),
      markSent: markDigestSentIn(store, { casework, audit }),
    },
    chase: {
      ...timed(wired),
      readAlert: readAlertIn(store, casework),
      commitAlert: commitAlertIn(store, { casework, audit }),
    },
  })
}
