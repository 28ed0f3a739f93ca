import { Duration, Size, type Stack } from 'aws-cdk-lib'
import type { EnvironmentInput } from '../shared/config/environment.ts'
import type { FunctionName } from '../shared/config/functions.ts'
import { sweeperParts } from '../shared/config/sweepers.ts'
import { deliveryTimeout } from './delivery-timeout.ts'
import type { HubResources } from './hub-resources.ts'
import { type Shared, sharedEnvironment } from './shared-environment.ts'

/** What differs from one function to the next. */
export type FunctionSettings<Name extends FunctionName> = {
  readonly environment: EnvironmentInput<Name>
  readonly failureImpact: string
  readonly concurrency: number
  readonly timeout?: Duration
  /** What it works with beyond what the others have: memory, and disk that is gone with it. */
  readonly space?: { readonly memory: number; readonly disk: Size }
}

const working = Duration.minutes(1)
/**
 * From reading to writing an assessment takes no longer. With the time that the register takes for a change it is less
 * than the minute after which the change is looked into: so either the assessment saw the record, or the change finds the
 * concern assessed.
 */
const longestAssessment = Duration.seconds(40)

const forCallers = ({
  directory,
  intake,
  assertions,
  register,
  casework,
  auditEntries,
  tokens,
  guards,
  cursors,
  audiences,
  address,
}: Shared) => ({
  'issue-token': {
    environment: {
      ...directory,
      ...intake,
      ...assertions,
      ...auditEntries,
      ...tokens,
      ...audiences,
    },
    failureImpact: 'No system can sign in: concerns cannot be sent and alerts cannot be read',
    concurrency: 20,
  },
  'submit-concern': {
    environment: { ...directory, ...guards },
    failureImpact: 'Services cannot send concerns about children; they must telephone instead',
    concurrency: 50,
  },
  'follow-concern': {
    environment: { ...directory, ...register, ...casework, ...guards, ...cursors },
    failureImpact: 'Referrers cannot see whether anybody has answered',
    concurrency: 20,
  },
  'change-consent': {
    environment: { ...casework, ...guards, ...cursors },
    failureImpact:
      'Services cannot say that consent was given or withdrawn, or take a concern back; they must telephone',
    concurrency: 10,
  },
  'challenge-answer': {
    environment: { ...casework, ...guards, ...cursors },
    failureImpact: 'Referrers cannot contest an answer; they must telephone instead',
    concurrency: 10,
  },
  'describe-api': {
    environment: address,
    failureImpact: 'Integrators cannot read the API description; nothing else is affected',
    concurrency: 10,
  },
})

const forAuditors = ({
  register,
  casework,
  auditLog,
  guards,
  cursors,
  matchIndex,
  exporting,
}: Shared) => ({
  'query-audit': {
    environment: {
      ...register,
      ...casework,
      ...auditLog,
      ...guards,
      ...cursors,
      ...matchIndex,
      ...exporting,
    },
    failureImpact: 'Auditors cannot see who did what',
    concurrency: 10,
  },
})

const forAuthorities = ({
  directory,
  register,
  casework,
  guards,
  tokens,
  cursors,
  matchIndex,
  assessing,
}: Shared) => ({
  'read-alerts': {
    environment: { ...directory, ...register, ...casework, ...guards, ...cursors },
    failureImpact: 'Duty social workers cannot read alerts',
    concurrency: 50,
  },
  'answer-alert': {
    environment: { ...directory, ...casework, ...guards, ...cursors },
    failureImpact: 'Social workers cannot acknowledge or answer, so referrers are left waiting',
    concurrency: 20,
  },
  'preview-concern': {
    environment: { ...assessing, ...tokens },
    failureImpact: 'Reviewers and policy owners cannot try out what would be shared',
    concurrency: 5,
  },
  'review-concerns': {
    environment: { ...assessing, ...tokens, ...cursors },
    failureImpact:
      'Reviewers cannot say who is meant or what may be shared; the clock decides as the table says',
    concurrency: 20,
  },
  'read-chronology': {
    environment: { ...directory, ...register, ...casework, ...guards, ...cursors },
    failureImpact: 'Social workers decide without what was shared of the child before',
    concurrency: 20,
  },
  'grant-emergency-access': {
    environment: { ...directory, ...register, ...casework, ...guards, ...cursors },
    failureImpact:
      'A duty worker cannot read in the night what another authority holds; they must telephone its duty team',
    concurrency: 5,
  },
  'maintain-register': {
    environment: { ...register, ...casework, ...guards, ...cursors, ...matchIndex },
    failureImpact:
      'Children newly known to an authority cannot be found by concerns about their parents',
    concurrency: 20,
  },
})

const importing = ({
  directory,
  register,
  casework,
  auditEntries,
  guards,
  cursors,
  matchIndex,
  importing: bucket,
  importMachine,
}: Shared) => ({
  'import-register': {
    environment: { ...casework, ...guards, ...cursors, ...bucket, ...importMachine },
    failureImpact:
      'Registers cannot be loaded by uploaded files; the command hub import still loads them from the files themselves',
    concurrency: 5,
  },
  'read-uploads': {
    environment: { ...casework, ...auditEntries, ...bucket },
    failureImpact:
      'Uploaded registers are not read, so that children newly known to an authority are not loaded',
    concurrency: 20,
    // The largest authority's files take six minutes of a processor.
    timeout: Duration.minutes(15),
    space: { memory: 2_048, disk: Size.gibibytes(8) },
  },
  'load-parts': {
    environment: {
      ...directory,
      ...register,
      ...casework,
      ...auditEntries,
      ...matchIndex,
      ...bucket,
    },
    failureImpact:
      'Uploaded registers are not compared or applied, so that children newly known to an authority cannot be found',
    // Councils side by side; of one import one part at a time.
    concurrency: 20,
    timeout: Duration.minutes(2),
  },
})

const byStreams = ({
  directory,
  intake,
  register,
  casework,
  auditEntries,
  auditLog,
  assessing,
  leaving,
  sealing,
  watched,
  delivering,
  assertions,
  queues,
}: Shared) => ({
  'assess-concern': {
    environment: assessing,
    failureImpact:
      'Concerns are stored but nobody is told; the sweep tries each again every minute',
    // Ten batches of each of four shards, which are what intake has at 300 concerns a second.
    concurrency: 40,
    timeout: longestAssessment,
  },
  'relay-alerts': {
    environment: { ...directory, ...casework, ...auditEntries, ...leaving },
    failureImpact:
      'Alerts about children are not reaching the authorities; the sweep tries again every minute',
    concurrency: 20,
    timeout: working,
  },
  'deliver-alerts': {
    environment: {
      ...directory,
      ...intake,
      ...register,
      ...casework,
      ...auditEntries,
      ...delivering,
      ...assertions,
      ...queues,
    },
    failureImpact:
      'Alerts do not reach the authorities that are pushed to or sealed to; each can be read through the API, and is tried again',
    concurrency: 50,
    timeout: deliveryTimeout,
  },
  'seal-audit': {
    environment: { ...directory, ...auditEntries, ...auditLog, ...sealing },
    failureImpact:
      'New audit entries are kept but not yet sealed, so an alteration could not be proved',
    concurrency: 1,
    timeout: working,
  },
  'watch-tables': {
    environment: { ...directory, ...auditLog, ...watched },
    failureImpact:
      'Nobody would be told that somebody went round the hub and changed a client, an agreement, an audit entry or the log',
    concurrency: 5,
    timeout: working,
  },
})

const sweeping = ({
  directory,
  intake,
  register,
  casework,
  auditEntries,
  auditLog,
  matchIndex,
  assessing,
  leaving,
}: Shared) => ({
  'watch-clocks': {
    environment: assessing,
    failureImpact:
      'No review or hold is concluded, nobody is chased, and a concern that the stream dropped stays undecided',
    concurrency: sweeperParts['watch-clocks'],
    timeout: working,
  },
  'publish-messages': {
    environment: {
      ...directory,
      ...intake,
      ...casework,
      ...auditEntries,
      ...auditLog,
      ...leaving,
    },
    failureImpact:
      'No digest, report or question to a lead goes out, and an alert that the stream dropped stays unsent',
    concurrency: sweeperParts['publish-messages'],
    timeout: working,
  },
  'tell-senders': {
    environment: { ...directory, ...casework, ...auditEntries, ...leaving },
    failureImpact:
      'Systems of services are not told that a concern was answered; each stands in their list of concerns all the same',
    concurrency: 1,
    timeout: working,
  },
  'tidy-register': {
    environment: { ...register, ...casework, ...matchIndex },
    failureImpact:
      'Children are not found by the new name of an adult, and keys of nobody stay in the match index',
    concurrency: 1,
    timeout: working,
  },
  'expire-concerns': {
    environment: { ...directory, ...intake, ...casework, ...auditEntries },
    failureImpact:
      'What was held of a family and told to nobody is kept longer than the policy allows',
    concurrency: 1,
    timeout: working,
  },
})

const keeping = ({ directory, casework, auditEntries, auditLog }: Shared) => ({
  'expire-entries': {
    environment: { ...directory, ...casework, ...auditEntries, ...auditLog },
    failureImpact:
      'Entries of the audit log whose time is over are kept longer than the schedule allows; nothing else waits',
    concurrency: 1,
    timeout: Duration.minutes(15),
  },
})

const looking = ({
  directory,
  intake,
  casework,
  auditEntries,
  auditLog,
  sealing,
  accessLog,
}: Shared) => ({
  'verify-log': {
    environment: {
      ...directory,
      ...intake,
      ...casework,
      ...auditEntries,
      ...auditLog,
      ...sealing,
      ...accessLog,
    },
    failureImpact:
      'What somebody alters in rows of the audit log that were sealed is found only when an auditor verifies them, and nobody looks whether a concern about a child was lost',
    concurrency: 1,
    timeout: Duration.minutes(15),
  },
})

const byClock = ({
  directory,
  intake,
  register,
  casework,
  auditEntries,
  auditLog,
  matchIndex,
  rehearsing,
}: Shared) => ({
  'report-use': {
    environment: { ...directory, ...casework, ...auditEntries, ...auditLog },
    failureImpact:
      'No lead is told of use of the hub that should be looked at; entries stand, and the days are made up for',
    concurrency: 1,
    timeout: Duration.minutes(15),
  },
  'rotate-index': {
    environment: {
      ...directory,
      ...intake,
      ...register,
      ...casework,
      ...auditEntries,
      ...matchIndex,
    },
    failureImpact:
      'A new match index key does not take the place of the old one; a hub that has none yet finds nobody and stores no record',
    concurrency: 1,
    timeout: working,
  },
  'measure-hub': {
    environment: { ...directory, ...intake, ...casework },
    failureImpact:
      'Nobody sees how many concerns and alerts wait, or for how long, though each is still attended to',
    concurrency: 1,
    timeout: working,
  },
  'rehearse-concern': {
    environment: rehearsing,
    failureImpact:
      'Nobody is told when the way of a concern is closed where no function fails; concerns themselves are not touched',
    concurrency: 1,
    // Twice what it takes at most where every step is slow, and done before the next begins.
    timeout: Duration.minutes(4),
  },
})

/** Every function with what it is told and what its failure means. A function without an entry does not compile. */
export const functionSettings = (
  stack: Stack,
  resources: HubResources,
): { readonly [Name in FunctionName]: FunctionSettings<Name> } => {
  const shared = sharedEnvironment(stack, resources)
  return {
    ...forCallers(shared),
    ...forAuditors(shared),
    ...forAuthorities(shared),
    ...importing(shared),
    ...byStreams(shared),
    ...sweeping(shared),
    ...keeping(shared),
    ...looking(shared),
    ...byClock(shared),
  }
}
