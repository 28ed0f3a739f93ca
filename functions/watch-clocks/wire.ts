import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { assessDepsFrom } from '../../shared/aws/assess-deps.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { commitAlertIn, readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { endWaitIn } from '../../shared/aws/dynamodb/arrivals.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { markWokenIn, readWakesIn } from '../../shared/aws/dynamodb/concerns.ts'
import {
  commitConsentChangeIn,
  readConsentChangeIn,
} from '../../shared/aws/dynamodb/consent-changes.ts'
import { keepElsewhereIn } from '../../shared/aws/dynamodb/elsewhere.ts'
import { commitEmergencyIn, readEmergencyIn } from '../../shared/aws/dynamodb/emergency-access.ts'
import { commitEngagedIn, readEngagementIn } from '../../shared/aws/dynamodb/engagements.ts'
import {
  markHouseholdAppliedIn,
  readHouseholdChangeIn,
} from '../../shared/aws/dynamodb/household-changes.ts'
import { finishLeftOverIn } from '../../shared/aws/dynamodb/left-over.ts'
import { listOfEndedIn } from '../../shared/aws/dynamodb/of-ended.ts'
import { findAdultIn } from '../../shared/aws/dynamodb/register.ts'
import { commitReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
import { commitSilenceIn } from '../../shared/aws/dynamodb/silences.ts'
import { endUnreadIn, readLookedIn } from '../../shared/aws/dynamodb/unread-alerts.ts'
import {
  commitWithdrawnIn,
  readChronologiesIn,
  readWithdrawalIn,
} from '../../shared/aws/dynamodb/withdrawals.ts'
import { sweepDepsFrom } from '../../shared/aws/sweep-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import { isListed } from '../../shared/casework/waiting.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

type Wired = {
  readonly clients: Pick<Clients, 'store' | 'keys'>
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

const assessing = (wired: Wired) => {
  const { clients, environment, world } = wired
  const { store } = clients
  const tables = tablesOf(wired)
  return {
    ...assessDepsFrom({ ...clients, now: world.now, log: world.log }, tables, environment),
    recorder: (now: Date) => recorderFor({ actor: 'watch-clocks' }, now, world.newId),
    now: world.now,
    newId: world.newId,
    commit: commitAssessmentIn(store, tables),
    readChange: readConsentChangeIn(store, tables.intake),
    commitChange: commitConsentChangeIn(store, tables),
    readWithdrawal: readWithdrawalIn(store, tables.intake),
    readChronologies: readChronologiesIn(store, tables.casework),
    commitWithdrawn: commitWithdrawnIn(store, tables),
    readEngagement: readEngagementIn(store, tables.intake),
    commitEngaged: commitEngagedIn(store, tables),
    commitReview: commitReviewIn(store, tables),
  }
}
type Assessing = ReturnType<typeof assessing>

const rehousing = (wired: Wired, assess: Assessing) => {
  const { store } = wired.clients
  const { casework } = tablesOf(wired)
  return {
    ...assess,
    readChange: readHouseholdChangeIn(store, casework),
    markApplied: markHouseholdAppliedIn(store, casework),
    readWakes: readWakesIn(store, casework),
    markWoken: markWokenIn(store, casework),
  }
}

const emergencies = (wired: Wired, { recorder, now }: Assessing) => {
  const { store } = wired.clients
  const tables = tablesOf(wired)
  return {
    recorder,
    now,
    readAccess: readEmergencyIn(store, tables.casework),
    commitAccess: commitEmergencyIn(store, tables),
  }
}

export const wire = (
  clients: Wired['clients'],
  environment: Wired['environment'],
  world: World,
) => {
  const wired = { clients, environment, world }
  const { store } = clients
  const tables = tablesOf(wired)
  const assess = assessing(wired)
  const { listWaiting, ...sweeping } = sweepDepsFrom(store, tables, world)
  const { readDirectory } = assess
  const { now } = world
  const listOfEnded = listOfEndedIn({ store, casework: tables.casework, readDirectory, now })
  return createHandler({
    ...sweeping,
    listWaiting: ({ kind, ...place }, page) =>
      isListed(kind) ? listOfEnded(kind, page) : listWaiting({ kind, ...place }, page),
    moving: {
      ...assess,
      readAlert: readAlertIn(store, tables.casework),
      readConcern: assess.read,
      readAgreement: async (agency, authority) =>
        (await assess.readAgreements(agency)).find((one) => one.authority === authority),
      commitAlert: commitAlertIn(store, tables),
    },
    assess,
    household: rehousing(wired, assess),
    emergency: emergencies(wired, assess),
    finish: finishLeftOverIn(store, tables),
    endWait: endWaitIn(store, tables),
    elsewhere: {
      ...assess,
      readAdult: findAdultIn(store, tables.register),
      keep: keepElsewhereIn(store, tables.casework),
    },
    silence: { ...assess, readConcern: assess.read, commit: commitSilenceIn(store, tables) },
    unread: {
      readAlert: readAlertIn(store, tables.casework),
      readLooked: readLookedIn(store, tables.casework),
      end: endUnreadIn(store, tables.casework),
    },
    chase: {
      ...assess,
      readAlert: readAlertIn(store, tables.casework),
      readConcern: assess.read,
      commitAlert: commitAlertIn(store, tables),
    },
  })
}
