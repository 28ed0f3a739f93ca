import { createPrivateKey, type KeyObject } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { witnessKey } from '../../shared/audit/cosignature.ts'
import { InputError } from '../evaluate/input-error.ts'
import { looksLikeKey, readKeys } from '../verify/read-keys.ts'
import { evidencePrefix, type Kept, type Witnessed, witnessLog } from '../witness/witness-log.ts'
import type { Ports } from './ports.ts'
import { textOf } from './report.ts'

type Options = {
  readonly hub: string
  readonly client: string
  readonly key: string
  readonly practitioner: string
  readonly logKeys: string
  readonly name: string
  readonly witnessKey: string
  readonly json?: boolean
}

const suffix = '.checkpoint'

const keptIn = (folder: string): Kept => ({
  all: async () => {
    await mkdir(folder, { recursive: true })
    const names = (await readdir(folder)).filter(
      (name) => name.endsWith(suffix) && !name.startsWith(evidencePrefix),
    )
    return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  },
  add: (name, note) => writeFile(join(folder, `${name}${suffix}`), note, { flag: 'wx' }),
})

const faults = {
  'not-signed': 'The hub gave a checkpoint that no key of its log signed. Nothing was signed.',
  shortened:
    'The hub gave a checkpoint of fewer entries than one that it gave before: entries were cut off, or an old answer was given. Nothing was signed; both are kept.',
  forked:
    'The hub gave another root for a size of which you keep one: two histories were signed. Both notes prove it to anybody.',
  'not-consistent':
    'The hub does not prove that its log goes on from the checkpoint that you keep. Nothing was signed; both are kept.',
  'not-answered':
    'The connection broke before the hub proved that its log goes on from the checkpoint that you keep. That proves nothing. Nothing was signed; what it gave is kept beside, as evidence. Run it again.',
} as const

const linesOf = (witnessed: Witnessed): readonly string[] => {
  if ('evidence' in witnessed) return [faults[witnessed.kind], ...witnessed.evidence]
  const { kind, size, missed } = witnessed
  return [
    `${size} entries: ${kind === 'kept' ? 'signed and kept' : 'as before; signed and kept again'}.`,
    ...(missed.length === 0 ? [] : [`Days without a checkpoint: ${missed.join(', ')}.`]),
  ]
}

const keyOf = (pem: string): KeyObject => {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch (cause) {
    throw new InputError('--witness-key: Ed25519, PEM', { cause })
  }
  throw new InputError('--witness-key: Ed25519, PEM')
}

const witness = async (folder: string, options: Options, ports: Ports): Promise<void> => {
  const { hub, client, practitioner, name } = options
  const { logKeys } = options
  const keys = readKeys(looksLikeKey(logKeys) ? logKeys : await ports.readText(logKeys))
  if (keys === undefined)
    throw new InputError(
      '--log-keys: NAME+ID+KEY, or a file with the lines that checkpoint-key show prints, of one log',
    )
  if (!/^[^\s+]+$/.test(name)) throw new InputError('--name: without a space or +')
  const key = keyOf(await ports.readText(options.witnessKey))
  const api = ports.apiOf({ hub, client, practitioner, pem: await ports.readText(options.key) })
  const kept = keptIn(folder)
  const witnessed = await witnessLog({
    api,
    kept,
    keys,
    witness: { name, key },
    now: ports.now(),
  })
  const data = { ...witnessed, witness: witnessKey(name, key) }
  ports.print(textOf({ data, lines: linesOf(witnessed) }, options.json === true))
  if ('evidence' in witnessed) ports.exitWith(witnessed.kind === 'not-answered' ? 2 : 1)
}

/** `hub witness`: for somebody outside, who keeps what the hub signed, day by day. */
export const addWitness = (hub: Command, ports: Ports): void => {
  hub
    .command('witness <folder>')
    .requiredOption('--hub <url>', 'the address of the API, with /v1')
    .requiredOption('--client <id>', 'your client at the hub: any may read checkpoints')
    .requiredOption('--key <file>', 'its private key (PEM)')
    .requiredOption('--practitioner <work-id>', 'who answers for it: a work id, never a name')
    .requiredOption(
      '--log-keys <file>',
      'the log’s verifier keys, as checkpoint-key show prints them, taken when you began',
    )
    .requiredOption(
      '--name <name>',
      'what you are called as a witness, such as a host name of yours',
    )
    .requiredOption('--witness-key <file>', 'your own Ed25519 private key (PEM)')
    .option('--json', 'print JSON')
    .action((folder: string, options: Options) => witness(folder, options, ports))
}
