import type { Command } from 'commander'
import type { Client } from '../../shared/agencies/client.ts'
import { type Agency, agencyInFileSchema, type Directory } from '../../shared/agencies/directory.ts'
import { agencyRow } from '../../shared/aws/dynamodb/directory.ts'
import { agencyTypeNames } from '../../shared/codes/agency-types.ts'
import { present } from '../../shared/kernel/present.ts'
import { InputError } from '../evaluate/input-error.ts'
import {
  type CommonOptions,
  checked,
  reading,
  type WriteOptions,
  writing,
} from './common-options.ts'
import { deliverChanges } from './deliver-changes.ts'
import { type LeadOptions, leadOfAgency, withLead } from './lead.ts'
import { type MailOptions, mail, showAgency } from './mail.ts'
import { reservedKeys } from './new-client.ts'
import type { Ports } from './ports.ts'
import type { DeliverOptions } from './read-delivery.ts'
import { columns, unreadableLines } from './report.ts'
import { afterEnding, type EndOptions, endedBy, known, standingInWords } from './served.ts'
import { placeOfQueues, requireAsInStage } from './stage-check.ts'
import { change, changedFields, look } from './with-directory.ts'

type AddOptions = WriteOptions & {
  readonly name?: string
  readonly type?: string
  readonly from?: string
  readonly stage?: string
}

const requireFree = ({ authorities, agencies }: Directory, { key }: Agency): void => {
  if (agencies.some((one) => one.key === key))
    throw new InputError(`${key} is in the directory already: agency list tells how it stands`)
  if (reservedKeys.has(key) || authorities.some((one) => one.key === key))
    throw new InputError(`${key} is somebody else’s key already: give the agency another`)
}

const add = (key: string, options: AddOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ today, readDirectory, commit }) => {
    const { name, type, from = today, stage } = options
    const file = stage === undefined ? undefined : await ports.readStage(stage)
    const inStage = file?.directory.agencies.find((one) => one.key === key)
    const said = { key, name: name ?? inStage?.name, type: type ?? inStage?.type, from }
    const stated = {
      ...said,
      ...present({
        rehearsal: inStage?.rehearsal,
        mailDomains: inStage?.mailDomains,
        lead: inStage?.lead,
        delivery: inStage?.delivery,
      }),
    }
    if (file !== undefined) requireAsInStage(`the agency ${key}`, stated, inStage)
    const agency = checked(agencyInFileSchema, stated, `--name, --type or key of ${key}`)
    requireFree(await readDirectory(), agency)
    await commit({
      row: agencyRow(agency),
      action: 'AGENCY_ADDED',
      subjects: [key],
      codes: { fields: changedFields(undefined, agency), type: agency.type },
    })
    const note = placeOfQueues('agencies', inStage !== undefined)
    return { data: { agency, note }, lines: [`${key} (${agency.name}) is added`, note] }
  })

const end = (key: string, options: EndOptions, ports: Ports): Promise<void> =>
  change(options, ports, async ({ today, kept, readDirectory, readAll, commit }) => {
    const { agency: before, version } = known(await kept.agency(key), 'agency', key)
    const others = new Map((await readDirectory()).agencies.map((one) => [one.key, one]))
    const which = { id: before.key, what: `the agency ${key}`, one: before, others, today }
    const agency = endedBy(which, options)
    const { until, replacedBy = [] } = agency
    await commit({
      row: { ...agencyRow(agency), version: version + 1 },
      action: 'AGENCY_ENDED',
      subjects: [key, ...replacedBy],
      codes: { fields: changedFields(before, agency), until },
    })
    const isActing = (client: Client): boolean => client.agency === key
    const left = afterEnding(isActing, (await readAll()).clients)
    const line = `${key} (${agency.name}): ${standingInWords(agency, today)}`
    return { data: { agency, clients: left.acting }, lines: [line, ...left.lines] }
  })

const list = (options: CommonOptions, ports: Ports): Promise<void> =>
  look(options, ports, async ({ today, readDirectory }) => {
    const { agencies, unreadable = [] } = await readDirectory()
    const unread = unreadable.flatMap(({ kind, id }) => (kind === 'agency' ? [id] : []))
    const rows = agencies.map((one) => [one.key, one.type, one.name, standingInWords(one, today)])
    return {
      data: { agencies, unreadable: unread },
      lines: [...columns(rows), ...unreadableLines(unread)],
    }
  })

/** `hub agency …`: services that send concerns. */
export const addAgencyVerbs = (hub: Command, ports: Ports): void => {
  const agency = hub.command('agency')
  writing(agency.command('add <key>'))
    .description('take concerns of a service; its key never changes')
    .option('--name <name>', 'what it is called; left out: as the stage’s file has it')
    .option('--type <type>', agencyTypeNames.join(', '))
    .option('--from <day>', 'the first day on which it is served; left out: today')
    .option('--stage <file>', 'the stage’s file, which must name it too')
    .action((key: string, options: AddOptions) => add(key, options, ports))
  writing(agency.command('end <key>'))
    .description('serve it no longer; nothing is deleted')
    .requiredOption('--until <day>', 'the first day on which it is not served')
    .option('--replaced-by <keys>', 'which agencies follow it, with commas')
    .action((key: string, options: EndOptions) => end(key, options, ports))
  writing(agency.command('mail <key>'))
    .description('of which mail domains the addresses of its referrers are; what stood is replaced')
    .option('--domains <domains>', 'all of them, with commas; a subdomain counts only by itself')
    .option('--none', 'no address is checked any more')
    .action((key: string, options: MailOptions) => mail(key, options, ports))
  writing(agency.command('deliver <key>'))
    .description('how its system is told that a concern of its own has changed')
    .requiredOption('--mode <mode>', 'queue, push, or poll: it is told nothing and asks')
    .option('--account <digits>', 'the AWS account that may fetch from its queue')
    .option('--url <url>', 'of a push: where its receiver stands, https')
    .option('--certificate <file>', 'of a push: whom to trust for that (PEM)')
    .option('--stage <file>', 'the stage’s file, which must say the same')
    .action((key: string, options: DeliverOptions) => deliverChanges(key, options, ports))
  withLead(writing(agency.command('lead <key>'))).action((key: string, options: LeadOptions) =>
    leadOfAgency(key, options, ports),
  )
  reading(agency.command('show <key>'))
    .description('how it stands, its mail domains, how it is told of changes, and its lead')
    .action((key: string, options: CommonOptions) => showAgency(key, options, ports))
  reading(agency.command('list'))
    .description('every agency, the ended ones too')
    .action((options: CommonOptions) => list(options, ports))
}
