import type { Command } from 'commander'
import {
  known,
  type RegisterOptions,
  type RotateOptions,
  register,
  rotate,
  suspend,
  suspendedInWords,
} from './change-client.ts'
import { clientInWords, shownClient } from './client-in-words.ts'
import { type CommonOptions, reading, type WriteOptions, writing } from './common-options.ts'
import type { Ports } from './ports.ts'
import { columns, unreadableLines } from './report.ts'
import { look } from './with-directory.ts'

const withKeys = (verb: Command): Command =>
  verb
    .option('--public-key <file>', 'the public key, PEM (SPKI) or JWK')
    .option('--jwks <file>', 'the public keys, a JWK Set')
    .option('--jwks-hosts <hosts>', 'hosts that keys may be fetched from, with commas')
    .option('--stage <file>', 'the stage’s file, whose jwksHosts may be fetched from too')

const list = (options: CommonOptions, ports: Ports): Promise<void> =>
  look(options, ports, async ({ readAll, now }) => {
    const all = await readAll()
    const clients = all.clients
      .toSorted((one, other) => one.clientId.localeCompare(other.clientId))
      .map((client) => shownClient(client, now))
    const rows = clients.map(({ clientId, role, agency, authority, active, keys }) => [
      clientId,
      role,
      authority ?? agency,
      active ? 'active' : 'suspended',
      `${keys.filter(({ isLive }) => isLive).length} key(s)`,
    ])
    return {
      data: { clients, unreadable: all.unreadable },
      lines: [...columns(rows), ...unreadableLines(all.unreadable)],
    }
  })

const show = (id: string, options: CommonOptions, ports: Ports): Promise<void> =>
  look(options, ports, async (directory) => {
    const { client } = await known(directory, id)
    const shown = shownClient(client, directory.now)
    return { data: { client: shown }, lines: clientInWords(shown) }
  })

/** `hub client …`: systems that may call the API. */
export const addClientVerbs = (hub: Command, ports: Ports): void => {
  const client = hub.command('client')
  writing(withKeys(client.command('register <id>')))
    .description('let a system in, by its public key')
    .requiredOption(
      '--role <role>',
      'referrer, social-worker, register-manager, partnership-lead or auditor',
    )
    .option('--agency <key>', 'of a referrer')
    .option('--authority <code>', 'of a social worker or register manager')
    .option('--name <name>', 'of whom a partnership lead or auditor acts for')
    .option('--scopes <scopes>', 'with commas; left out: all of the role but those of a lead')
    .option('--practitioner <work-id>', 'where the client is one person’s sign-in')
    .option('--vouches', 'its own sign-in vouches for the work ids that it names')
    .option('--jwks-url <url>', 'where it publishes its keys (https)')
    .action((id: string, options: RegisterOptions) => register(id, options, ports))
  writing(withKeys(client.command('rotate <id>')))
    .description('give it another key beside the one in use, which ends after the overlap')
    .option('--from-url [url]', 'fetch its keys anew from where it publishes them')
    .option('--overlap <hours>', 'hours in which the key before is still taken', '24')
    .action((id: string, options: RotateOptions) => rotate(id, options, ports))
  writing(client.command('suspend <id>'))
    .description(`refuse it tokens: ${suspendedInWords}`)
    .option('--lift', 'let it in again')
    .action((id: string, options: WriteOptions) => suspend(id, options, ports))
  reading(client.command('list'))
    .description('every client')
    .action((options: CommonOptions) => list(options, ports))
  reading(client.command('show <id>'))
    .description('one client, with its keys by thumbprint')
    .action((id: string, options: CommonOptions) => show(id, options, ports))
}
