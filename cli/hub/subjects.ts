import type { Command } from 'commander'
import type { Ports } from './ports.ts'

type AddVerbs = (hub: Command, ports: Ports) => void

/** Where a subject reads and prints. */
export type Ground = {
  /** Tables, keys and the rest of the world, opened only for a subject that needs them. */
  readonly ports: () => Promise<Ports>
  readonly print: (text: string) => void
  /** The command with each of its subjects. */
  readonly whole: () => Promise<Command>
}
type Load = (ground: Ground) => Promise<(hub: Command) => void>

/** A word after `hub`: what it is for, and where its verbs come from once it is said. */
export type Subject = { readonly name: string; readonly says: string; readonly load: Load }

/** Whose verbs work on tables and keys, which take a while to be reached. */
const onPorts =
  (load: () => Promise<AddVerbs>): Load =>
  async ({ ports }) => {
    const [addVerbs, live] = await Promise.all([load(), ports()])
    return (hub) => addVerbs(hub, live)
  }

const subject = (name: string, says: string, load: Load): Subject => ({ name, says, load })

/** The directory, which only these write. */
const served = [
  subject(
    'client',
    'systems that may call the API',
    onPorts(async () => (await import('./client.ts')).addClientVerbs),
  ),
  subject(
    'agency',
    'services that send concerns',
    onPorts(async () => (await import('./agency.ts')).addAgencyVerbs),
  ),
  subject(
    'authority',
    'authorities that the hub serves',
    onPorts(async () => (await import('./authority.ts')).addAuthorityVerbs),
  ),
  subject(
    'agreement',
    'what a service and an authority have agreed to share',
    onPorts(async () => (await import('./agreement.ts')).addAgreementVerbs),
  ),
] as const

const asClient = [
  subject(
    'token',
    'an access token of a demo client of a hub on this machine',
    async () => (await import('./token.ts')).addToken,
  ),
  subject(
    'submit',
    'send a concern',
    onPorts(async () => (await import('./submit.ts')).addSubmit),
  ),
  subject(
    'alerts',
    'an authority’s inbox of the API: list, read, acknowledge, or have a test sent',
    onPorts(async () => (await import('./alerts.ts')).addAlertsVerbs),
  ),
  subject(
    'receive',
    'receive an authority’s alerts: verify, open, hand each over once, then confirm',
    onPorts(async () => (await import('../receive/command.ts')).addReceiveVerb),
  ),
  subject(
    'import',
    'load a register from files or folders that a case system exports; without --apply nothing is changed',
    onPorts(async () => (await import('../import/command.ts')).addImport),
  ),
  subject(
    'audit',
    'the audit log: entries and its newest checkpoint',
    onPorts(async () => (await import('./audit.ts')).addAuditVerbs),
  ),
  subject(
    'export',
    'put the answer to an auditor’s question into files, with proofs and a signed manifest',
    onPorts(async () => (await import('./export.ts')).addExport),
  ),
  subject(
    'collection',
    'every call of the API as a collection for Bruno',
    async () => (await import('./collection.ts')).addCollection,
  ),
  subject(
    'witness',
    'sign and keep the newest checkpoint of the log, if it goes on from the last in the folder; run it each day',
    onPorts(async () => (await import('./witness.ts')).addWitness),
  ),
  subject(
    'verify',
    'whether a log, a part of it or a receipt is what the hub signed; offline',
    onPorts(async () => (await import('./verify.ts')).addVerify),
  ),
] as const

const onFiles = [
  subject(
    'decide',
    'facts in, one a line; decisions out, one a line',
    async () => (await import('./decide.ts')).addDecide,
  ),
  subject(
    'replay',
    'decide every stored assessment again, and name those that differ; exit code 1 then',
    async () => (await import('./replay.ts')).addReplay,
  ),
  subject(
    'answers',
    'what reviewers decided of each candidate, one a line, for model --answers',
    async () => (await import('./answers.ts')).addAnswers,
  ),
  subject(
    'match',
    'who somebody is among the people of a register, and why',
    async () => (await import('./match.ts')).addMatch,
  ),
  subject(
    'evaluate',
    'link two files of people, or one to itself, and report how well',
    async () => (await import('./evaluate.ts')).addEvaluate,
  ),
  subject(
    'model',
    'estimate a model of the matcher from files, or calibrate one by what reviewers answered',
    async () => (await import('./model.ts')).addModel,
  ),
  subject(
    'places',
    'which authority answers where: pack a postcode file of the ONS, or ask one that was packed',
    async () => (await import('./places.ts')).addPlacesVerbs,
  ),
  subject(
    'generate',
    'an invented population, and notifications about it',
    async () => (await import('./generate.ts')).addGenerate,
  ),
  subject(
    'cost',
    'what 1,000 concerns cost, from counted calls and units; writes docs/cost.md',
    async () => (await import('./cost.ts')).addCost,
  ),
] as const

const keptGoing = [
  subject(
    'doctor',
    'what is wrong with an installation or on the way to a hub, and what to do; exit code 1 then',
    onPorts(async () => (await import('./doctor.ts')).addDoctor),
  ),
  subject(
    'overdue',
    'everything that waits past its time, the most urgent first, with whose it is',
    onPorts(async () => (await import('./overdue.ts')).addOverdue),
  ),
  subject(
    'quarantine',
    'what stands aside because it cannot be read, or fails again and again',
    onPorts(async () => (await import('./quarantine.ts')).addQuarantineVerbs),
  ),
  subject(
    'hold',
    'legal holds: what is not deleted at its end, because it may still be needed',
    onPorts(async () => (await import('./hold.ts')).addHoldVerbs),
  ),
  subject(
    'token-key',
    'which key signs access tokens',
    onPorts(async () => (await import('./token-key.ts')).addTokenKeyVerbs),
  ),
  subject(
    'checkpoint-key',
    'which key signs checkpoints of the audit log',
    onPorts(async () => (await import('./checkpoint-key.ts')).addCheckpointKeyVerbs),
  ),
  subject(
    'index-key',
    'the key of the match index, and its replacement',
    onPorts(async () => (await import('./index-key.ts')).addIndexKeyVerbs),
  ),
  subject(
    'reconcile',
    'count where every concern is, and name those that are nowhere; exit code 1 then',
    onPorts(async () => (await import('../recovery/reconcile.ts')).addReconcile),
  ),
  subject(
    'restore',
    'put the rows of an export into the empty tables of a hub, and read them back',
    onPorts(async () => (await import('../recovery/restore.ts')).addRestore),
  ),
  subject(
    'redrive',
    'put dead letters back to where their reader fetches them',
    onPorts(async () => (await import('./redrive.ts')).addRedrive),
  ),
] as const

const shell = [
  subject('completion', 'what completes the words of this command in a shell', async (ground) => {
    const { addCompletion } = await import('./completion.ts')
    return (hub) => addCompletion(hub, ground)
  }),
] as const

/** All of them, under the headings of `hub --help`. */
export const subjects: Readonly<Record<string, readonly Subject[]>> = {
  'Who calls, and who is served:': served,
  'As a client of a hub:': asClient,
  'Decisions and matching, on files:': onFiles,
  'Keeping a hub going:': keptGoing,
  'This command:': shell,
}
