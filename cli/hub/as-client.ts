import type { Command } from 'commander'
import { InputError } from '../evaluate/input-error.ts'
import type { Asking } from '../receive/api-of.ts'
import { problemInWords } from '../receive/problem-in-words.ts'
import type { Ports } from './ports.ts'

/** Who calls a hub's API, and where it is; both left out, a demo client calls the hub on this machine. */
export type ClientOptions = {
  readonly client: string
  readonly hub?: string
  readonly key?: string
  readonly practitioner?: string
  readonly json?: boolean
}

/** Gives a verb the options by which it signs in at the API. */
export const calling = (verb: Command): Command =>
  verb
    .requiredOption('--client <id>', 'the client that calls')
    .option('--hub <url>', 'the address of the API, with /v1; left out: the hub on this machine')
    .option('--key <file>', 'the client’s private key (PEM); left out: that of the demo client')
    .option('--practitioner <work-id>', 'who answers for it: a work id, never a name')
    .option('--json', 'print JSON')

/** The API as that client. */
export const apiFor = async (
  options: ClientOptions,
  ports: Ports,
): Promise<Pick<Asking, 'get' | 'post'>> => {
  const { client, practitioner } = options
  if ((options.hub === undefined) !== (options.key === undefined))
    throw new InputError(
      'give both --hub and --key, or neither for a demo client of the hub on this machine',
    )
  const { hub, key } =
    options.hub !== undefined && options.key !== undefined
      ? { hub: options.hub, key: options.key }
      : await ports.readDemo(client)
  return ports.apiOf({ hub, client, practitioner, pem: await ports.readText(key) })
}

/** What was answered. @throws InputError with what the hub says, where it is none of these */
export const answered = (
  answer: { readonly status: number; readonly body: unknown },
  ...wanted: readonly number[]
): unknown => {
  if (wanted.includes(answer.status)) return answer.body
  throw new InputError(problemInWords(answer))
}
