import { parseArgs } from 'node:util'
import { exitCodeOf, nothing } from './outcome.ts'
import { looksLikeKey, readKeys } from './read-keys.ts'
import { reportAsJson, reportAsText } from './report.ts'
import { type Given, verifyAll } from './verify-all.ts'

/** What verifying needs of the machine: its files, and somewhere to print. */
export type VerifyPorts = {
  /** A file or a folder whole. @throws Unreadable */
  readonly read: (path: string) => Promise<Given>
  /** Whether a file lies in a folder, whatever links lead there. */
  readonly liesWithin: (file: string, folder: string) => Promise<boolean>
  readonly print: (text: string) => void
  readonly say: (text: string) => void
  readonly now: () => Date
}

/** What cannot be read, or was not said right; its message is a sentence for whoever called. */
export class Unreadable extends Error {}

export const usage = `Whether a log, a part of it or a receipt is what the hub signed. Offline; it asks nobody.

  --key KEY     the public key, as C2SP writes it (NAME+ID+KEY) or as checkpoint-key show prints it, or a file
                with one a line. From the hub's operator or your own papers: never from what is to be verified. May be given several times.
  PATH ...      what is to be verified, in any number:
                  a folder   an export, or a copy of the log (bundles/, checkpoints/, and the rows in table/)
                  a file     a checkpoint that you kept, a receipt (c2sp.org/tlog-proof@v1), or a proof of
                             consistency (JSON with from, to and proof)
  --stands RECORD=VERSION
                in which version a record stands, as whoever holds it says: then its last change must have its
                entry too. May be given several times.
  --json        one line of JSON

Exit code 0: it holds. 1: it does not, and a sentence says what. 2: it could not be read, or not all be verified.
`

const readArguments = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true, default: [] },
        stands: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (cause) {
    throw new Unreadable('An option is not known, or lacks its value. --help says which.', {
      cause,
    })
  }
}

/** A key as it is stated, or the text of the file in which it stands, outside of what is verified. */
const keyText = async (
  stated: string,
  folders: readonly string[],
  { read, liesWithin }: VerifyPorts,
): Promise<string> => {
  if (looksLikeKey(stated)) return stated
  const within = await Promise.all(folders.map((folder) => liesWithin(stated, folder)))
  if (within.includes(true))
    throw new Unreadable(
      'The key lies in the folder that is to be verified: whoever altered one could have altered the other. Take it from elsewhere.',
    )
  const given = await read(stated)
  return given.kind === 'file' ? given.text : ''
}

const keysFrom = async (
  stated: readonly string[],
  folders: readonly string[],
  ports: VerifyPorts,
) => {
  const texts = await Promise.all(stated.map((one) => keyText(one, folders, ports)))
  const keys = readKeys(texts.join('\n'))
  if (keys === undefined)
    throw new Unreadable(
      '--key: the public key of one log, as NAME+ID+KEY, or a file with one a line. Nothing is verified without it.',
    )
  return keys
}

const standsPattern = /^(?<record>.+)=(?<version>[1-9]\d{0,8})$/

const standsFrom = (stated: readonly string[]): ReadonlyMap<string, number> | undefined => {
  const read = stated.map((one) => standsPattern.exec(one)?.groups)
  if (read.includes(undefined))
    throw new Unreadable('--stands: the id of a record and its version, as RECORD=VERSION.')
  const stands = read.map((groups): [string, number] => [
    groups?.['record'] ?? '',
    Number(groups?.['version']),
  ])
  return stands.length === 0 ? undefined : new Map(stands)
}

const run = async (args: readonly string[], ports: VerifyPorts): Promise<0 | 1 | 2> => {
  const { values, positionals } = readArguments(args)
  if (values.help) {
    ports.print(usage)
    return 0
  }
  if (positionals.length === 0) throw new Unreadable(`Say what is to be verified.\n\n${usage}`)
  const given = await Promise.all(positionals.map(ports.read))
  const folders = given.flatMap((one, at) => (one.kind === 'folder' ? (positionals[at] ?? []) : []))
  const keys = await keysFrom(values.key, folders, ports)
  const stands = standsFrom(values.stands)
  const outcome = verifyAll(given, { ...keys, now: ports.now(), ...(stands && { stands }) })
  ports.print(values.json ? reportAsJson(outcome) : reportAsText(outcome))
  return exitCodeOf(outcome)
}

/** `hub verify`, as it is called: 0, 1 or 2. */
export const verifyCommand = async (
  args: readonly string[],
  ports: VerifyPorts,
): Promise<0 | 1 | 2> => {
  try {
    return await run(args, ports)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    if (args.includes('--json')) ports.print(reportAsJson({ ...nothing, unread: [error.message] }))
    ports.say(`${error.message}\n`)
    return 2
  }
}
