import { createPrivateKey, createPublicKey } from 'node:crypto'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { isKeyLive } from '../../shared/agencies/client.ts'
import { readKeptIn } from '../../shared/aws/dynamodb/keep-directory.ts'
import { diagnose } from '../doctor/diagnose.ts'
import type { Facts } from '../doctor/facts.ts'
import { type Asked, gather } from '../doctor/gather.ts'
import { apiOf } from '../receive/api-of.ts'
import type { Ports } from './ports.ts'
import { textOf } from './report.ts'

type Options = Asked & { readonly json?: boolean }

const defaultPort = 4566

/** By the directory of the hub on this machine, or that which the environment names. */
export const standingBy =
  ({ open, now }: Pick<Ports, 'open' | 'now'>) =>
  async (id: string, pem: string): Promise<Facts['client']> => {
    try {
      const { store, tables } = await open({
        directory: process.env['DIRECTORY_TABLE'],
        auditEntries: process.env['AUDIT_ENTRIES_TABLE'],
      })
      const client = (await readKeptIn(store, tables.directory).client(id))?.client
      if (client === undefined) return 'unknown'
      if (!client.active) return 'suspended'
      const mine = createPublicKey(createPrivateKey(pem)).export({ format: 'jwk' })
      const isMine = client.keys.some(
        (key) => isKeyLive(key, now()) && key.x === mine.x && key.y === mine.y,
      )
      return isMine ? 'good' : 'other-key'
    } catch {
      return undefined
    }
  }

export const tryTokenAt =
  (hub: string) =>
  async (client: string, pem: string): Promise<boolean> => {
    try {
      await apiOf({ hub, client, pem }).get('/health')
      return true
    } catch {
      return false
    }
  }

/** What stands where nothing was said: the hub on this machine, and the key of its demo client. */
const withDefaults = async (asked: Asked, ports: Ports): Promise<Asked> => {
  if (asked.hub !== undefined || asked.client === undefined) return asked
  const demo = await ports.readDemo(asked.client).catch(() => undefined)
  return { ...demo, ...asked }
}

const doctor = async (options: Options, ports: Ports): Promise<void> => {
  const asked = await withDefaults(options, ports)
  const facts = await gather(asked, {
    machine: {
      root: resolve(import.meta.dirname, '../..'),
      node: process.versions.node,
      path: process.env['PATH'],
      port: Number(process.env['HUB_PORT'] ?? defaultPort),
    },
    region: process.env['AWS_REGION'],
    now: ports.now,
    tryToken: tryTokenAt(asked.hub ?? ''),
    standing: standingBy(ports),
  })
  const findings = diagnose(facts)
  const lines =
    findings.length === 0
      ? ['nothing is wrong with what was looked at']
      : findings.flatMap(({ fault, says, todo }) => [`${fault}: ${says}`, `  ${todo}`])
  ports.print(textOf({ data: { findings, facts }, lines }, options.json === true))
  if (findings.length > 0) ports.exitWith(1)
}

/** `hub doctor`: what is wrong with an installation, or on the way to a hub. */
export const addDoctor = (hub: Command, ports: Ports): void => {
  hub
    .command('doctor')
    .option('--hub <url>', 'look at the way to this API too (with /v1)')
    .option(
      '--client <id>',
      'and whether it gives this client a token; left out --hub: of the hub on this machine',
    )
    .option('--key <file>', 'for the client’s private key (PEM)')
    .option('--queue <url>', 'and whether this queue can be read; nothing is fetched')
    .option('--stage <file>', 'and whether this is a stage’s file')
    .option('--json', 'print JSON')
    .action((options: Options) => doctor(options, ports))
}
