import type { Command } from 'commander'
import type { Client } from '../../shared/agencies/client.ts'
import { type Authority, authoritySchema, type Directory } from '../../shared/agencies/directory.ts'
import { modeOf } from '../../shared/agencies/mode-of.ts'
import { authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { present } from '../../shared/kernel/present.ts'
import { InputError } from '../evaluate/input-error.ts'
import {
  type CommonOptions,
  checked,
  reading,
  type WriteOptions,
  writing,
} from './common-options.ts'
import { type ContactOptions, contact, show } from './contact.ts'
import { deliver } from './deliver.ts'
import { type LeadOptions, leadOfAuthority, withLead } from './lead.ts'
import { reservedKeys } from './new-client.ts'
import { addPaceVerb } from './pace.ts'
import type { Ports } from './ports.ts'
import type { DeliverOptions } from './read-delivery.ts'
import { columns, unreadableLines } from './report.ts'
import { addSealVerb } from './seal.ts'
import { afterEnding, type EndOptions, endedBy, known, standingInWords } from './served.ts'
import { placeOfQueues, requireAsInStage } from './stage-check.ts'
import { change, changedFields, look } from './with-directory.ts'

type AddOptions = WriteOptions & {
  readonly name?: string
  readonly key?: string
  readonly from?: string
  readonly stage?: string
}

const requireFree = ({ authorities, agencies }: Directory, { code, key }: Authority): void => {
  if (authorities.some((one) => one.code === code))
    throw new InputError(`${code} is in the directory already: authority list tells how it stands`)
  const isTaken =
    reservedKeys.has(key) || [...authorities, ...agencies].some((one) => one.key === key)
  if (isTaken) throw new InputError(`--key: ${key} is somebody else’s already`)
}

const add = (code: string, options: AddOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ today, readDirectory, commit }) => {
    const { name, key, from = today, stage } = options
    const file = stage === undefined ? undefined : await ports.readStage(stage)
    const inStage = file?.directory.authorities.find((one) => one.code === code)
    const said = { code, name: name ?? inStage?.name, key: key ?? inStage?.key, from }
    const stated = {
      ...said,
      ...present({
        delivery: inStage?.delivery,
        contacts: inStage?.contacts,
        lead: inStage?.lead,
        pace: inStage?.pace,
        rehearsal: inStage?.rehearsal,
      }),
    }
    if (file !== undefined) requireAsInStage(`the authority ${code}`, stated, inStage)
    const authority = checked(authoritySchema, stated, `--name, --key or code of ${code}`)
    requireFree(await readDirectory(), authority)
    await commit({
      row: authorityRow(authority),
      action: 'AUTHORITY_ADDED',
      subjects: [code],
      authority: code,
      codes: { fields: changedFields(undefined, authority) },
    })
    const note = placeOfQueues('authorities', inStage !== undefined)
    return { data: { authority, note }, lines: [`${code} ${authority.name} is added`, note] }
  })

const end = (code: string, options: EndOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ today, kept, readDirectory, readAll, commit }) => {
    const { authority: before, version } = known(await kept.authority(code), 'authority', code)
    const others = new Map((await readDirectory()).authorities.map((one) => [one.code, one]))
    const which = { id: before.code, what: `the authority ${code}`, one: before, others, today }
    const authority = endedBy(which, options)
    const { until, replacedBy = [] } = authority
    await commit({
      row: { ...authorityRow(authority), version: version + 1 },
      action: 'AUTHORITY_ENDED',
      subjects: [code, ...replacedBy],
      authority: code,
      codes: { fields: changedFields(before, authority), until },
    })
    const isActing = (client: Client): boolean => client.authority === code
    const left = afterEnding(isActing, (await readAll()).clients)
    const line = `${code} ${authority.name}: ${standingInWords(authority, today)}`
    return { data: { authority, clients: left.acting }, lines: [line, ...left.lines] }
  })

const list = (options: CommonOptions, ports: Ports): Promise<void> =>
  look(options, ports, async ({ today, readDirectory }) => {
    const { authorities, unreadable = [] } = await readDirectory()
    const unread = unreadable.flatMap(({ kind, id }) => (kind === 'authority' ? [id] : []))
    const rows = authorities.map((one) => [
      one.code,
      one.key,
      one.name,
      modeOf(one),
      standingInWords(one, today),
    ])
    return {
      data: { authorities, unreadable: unread },
      lines: [...columns(rows), ...unreadableLines(unread)],
    }
  })

/** `hub authority …`: whom the hub serves. */
export const addAuthorityVerbs = (hub: Command, ports: Ports): void => {
  const authority = hub.command('authority')
  writing(authority.command('add <code>'))
    .description('serve an authority, by its GSS code')
    .option('--name <name>', 'what it is called; left out: as the stage’s file has it')
    .option('--key <key>', 'of which names are made; never changes')
    .option('--from <day>', 'the first day on which it is served; left out: today')
    .option('--stage <file>', 'the stage’s file, which must name it too')
    .action((code: string, options: AddOptions) => add(code, options, ports))
  writing(authority.command('end <code>'))
    .description('serve it no longer; nothing is deleted')
    .requiredOption('--until <day>', 'the first day on which it is not served')
    .option('--replaced-by <codes>', 'who answers from then on, with commas')
    .action((code: string, options: EndOptions) => end(code, options, ports))
  writing(authority.command('deliver <code>'))
    .description('how it is told of its alerts from now on')
    .requiredOption('--mode <mode>', 'queue, poll (the API’s inbox alone) or push')
    .option('--account <account>', 'the AWS account whose roles fetch from the queues')
    .option('--url <url>', 'where it is pushed to: https, on the internet')
    .option('--certificate <file>', 'whom to trust for it instead of everybody’s authorities (PEM)')
    .option('--stage <file>', 'the stage’s file, which should say the same')
    .action((code: string, options: DeliverOptions) => deliver(code, options, ports))
  addSealVerb(authority, ports)
  writing(authority.command('contact <code>'))
    .description('whom to telephone there; what stood for these hours is replaced')
    .requiredOption('--role <role>', 'who answers: a role, never a name')
    .requiredOption('--telephone <number>', 'its number')
    .option('--hours <words>', 'when somebody answers')
    .option('--out-of-hours', 'for when the office is closed')
    .action((code: string, options: ContactOptions) => contact(code, options, ports))
  withLead(writing(authority.command('lead <code>'))).action((code: string, options: LeadOptions) =>
    leadOfAuthority(code, options, ports),
  )
  addPaceVerb(authority, ports)
  reading(authority.command('show <code>'))
    .description('how it stands, how it is told, whom to telephone, and what was agreed')
    .action((code: string, options: CommonOptions) => show(code, options, ports))
  reading(authority.command('list'))
    .description('every authority, the ended ones too')
    .action((options: CommonOptions) => list(options, ports))
}
