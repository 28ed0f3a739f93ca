import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import {
  openSealed,
  readUnsealingKey,
  type UnsealingKey,
} from '../../client/receive/open-sealed.ts'
import { keysAt, publishedKeys } from '../../client/receive/published-keys.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Ports } from '../hub/ports.ts'
import { apiOf } from './api-of.ts'
import { fetchFrom } from './fetch-queue.ts'
import { handOverTo, isHeldIn } from './hand-over.ts'
import { listenFor } from './listen.ts'
import { newestCheckpointIn } from './newest-checkpoint.ts'
import { pollInbox } from './poll-inbox.ts'
import { queueOf } from './queue-of.ts'
import { runProgram } from './run-program.ts'
import { inWords, type Say } from './said.ts'

type Options = {
  readonly hub: string
  readonly folder: string
  readonly run?: string
  readonly queue?: string
  readonly poll?: boolean
  readonly listen?: string
  readonly once?: boolean
  readonly json?: boolean
  readonly sealKey: readonly string[]
  readonly client?: string
  readonly key?: string
  readonly practitioner?: string
  readonly tlsKey?: string
  readonly tlsCertificate?: string
}

const pollSeconds = 60

const unsealingKeys = (names: readonly string[], { readText }: Ports): Promise<UnsealingKey[]> =>
  Promise.all(
    names.map(async (stated) => {
      const [file = '', kid] = stated.split(',')
      const pem = await readText(file)
      return readUnsealingKey(pem, kid).catch((cause: unknown) => {
        throw new InputError(`--seal-key ${file}: no private key on P-256 in PEM (PKCS #8)`, {
          cause,
        })
      })
    }),
  )

const depsOf = async (options: Options, ports: Ports) => {
  const { hub, folder, run, sealKey, json = false } = options
  const published = publishedKeys(keysAt(hub), ports.now)
  const say: Say = (said) => ports.print(`${json ? JSON.stringify(said) : inWords(said)}\n`)
  const checkpoints = newestCheckpointIn(folder, { now: ports.now, say })
  const handOver = handOverTo(folder, run === undefined ? undefined : runProgram(run))
  return {
    published,
    open: openSealed(await unsealingKeys(sealKey, ports), published),
    checkpoints,
    handOver: checkpoints.keepingFrom(handOver),
    isHeld: isHeldIn(folder),
    now: ports.now,
    say,
  }
}

type Deps = Awaited<ReturnType<typeof depsOf>>

/** What a hub or a file says is for whoever reads this; what else failed is named by its kind alone. */
const failureOf = (error: unknown): string => {
  if (error instanceof InputError) return error.message
  return error instanceof Error ? error.name : 'unknown'
}

/** Again and again; what fails is said and tried again after a while. */
const repeat = async (
  work: () => Promise<number>,
  { once = false, rest }: { readonly once?: boolean | undefined; readonly rest: number },
  say: Say,
): Promise<void> => {
  do {
    const failed = await work().then(
      () => false,
      (error: unknown) => {
        if (once) throw error
        say({ what: 'failed', why: failureOf(error) })
        return true
      },
    )
    if (!once) await setTimeout((failed ? pollSeconds : rest) * 1000)
  } while (!once)
}

const lookSeconds = 3600
const looking =
  ({ checkpoints }: Deps) =>
  async (): Promise<number> => {
    await checkpoints.look()
    return 0
  }

const poll = async (options: Options, deps: Deps, ports: Ports): Promise<void> => {
  const { hub, client, key, practitioner, once } = options
  if (client === undefined || key === undefined || practitioner === undefined)
    throw new InputError('--poll needs --client ID, --key FILE and --practitioner WORK-ID')
  const api = apiOf({ hub, client, pem: await ports.readText(key), practitioner })
  const { checkpoints, handOver } = deps
  const round = async (): Promise<number> => {
    const count = await pollInbox(api, deps)
    await checkpoints.fetch(api, handOver)
    await checkpoints.look()
    return count
  }
  await repeat(round, { once, rest: pollSeconds }, deps.say)
}

const listen = async (options: Options, deps: Deps, ports: Ports): Promise<void> => {
  const { tlsKey, tlsCertificate } = options
  const port = Number(options.listen)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InputError('--listen: the number of a port')
  if ((tlsKey === undefined) !== (tlsCertificate === undefined))
    throw new InputError('give both --tls-key and --tls-certificate, or neither')
  const tls =
    tlsKey === undefined || tlsCertificate === undefined
      ? undefined
      : { key: await ports.readText(tlsKey), cert: await ports.readText(tlsCertificate) }
  const server = listenFor(deps, tls)
  // Without a certificate whatever stands before it is on this machine.
  server.listen(port, tls === undefined ? '127.0.0.1' : undefined)
  await Promise.race([
    new Promise((_ended, failed) => server.once('error', failed)),
    repeat(looking(deps), { rest: lookSeconds }, deps.say),
  ])
}

const receive = async (options: Options, ports: Ports): Promise<void> => {
  const { queue, poll: polls = false, listen: port, once } = options
  if ([queue !== undefined, polls, port !== undefined].filter(Boolean).length !== 1)
    throw new InputError('give one of --queue URL, --poll and --listen PORT')
  const deps = await depsOf(options, ports)
  if (polls) return poll(options, deps, ports)
  if (queue === undefined) return listen(options, deps, ports)
  const inbox = queueOf(queue)
  const round = async (): Promise<number> => {
    const count = await fetchFrom(inbox, deps)
    await deps.checkpoints.look()
    return count
  }
  return repeat(round, { once, rest: 0 }, deps.say)
}

/** `hub receive`: the receiver of an authority’s alerts, in each of the three ways that they reach it. */
export const addReceiveVerb = (hub: Command, ports: Ports): void => {
  hub
    .command('receive')
    .requiredOption('--hub <url>', 'the address of the API, with /v1')
    .requiredOption('--folder <folder>', 'where each event is put as a file of its own')
    .option('--run <program>', 'is given each event on its standard input before the file stands')
    .option('--queue <url>', 'fetch from the authority’s queue')
    .option('--poll', 'read the API’s inbox, every minute')
    .option('--listen <port>', 'be pushed to')
    .option('--once', 'fetch or read once, then end')
    .option('--json', 'print JSON, an object a line')
    .option(
      '--seal-key <file[,kid]>',
      'private key that content is sealed to (PEM); as often as there are keys',
      (one: string, others: readonly string[]) => [...others, one],
      [] as readonly string[],
    )
    .option('--client <id>', 'for --poll: who signs in')
    .option('--key <file>', 'for --poll: its private key (PEM)')
    .option('--practitioner <work-id>', 'for --poll: who answers for what is read')
    .option('--tls-key <file>', 'for --listen: private key of the certificate')
    .option(
      '--tls-certificate <file>',
      'for --listen: certificate; without it HTTP, this machine alone',
    )
    .action((options: Options) => receive(options, ports))
}
