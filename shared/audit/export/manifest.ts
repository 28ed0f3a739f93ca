/** Decided here: what is signed of an export, in lines that a person can read. */
import type { Checkpoint } from '../checkpoint.ts'
import { type ExportFile, exportFiles } from './export-files.ts'

export type Manifest = {
  /** The log's name, its size and root: every entry of the export stands in it. */
  readonly checkpoint: Checkpoint
  readonly askedBy: string
  readonly askedAt: string
  /** As a query: names of fields, and ids and codes. */
  readonly question: string
  readonly entries: number
  /** Entries that answer the question too, and were not signed yet when the export began. */
  readonly unsealed: number
  readonly files: Readonly<Record<ExportFile, { readonly sha256: string; readonly bytes: number }>>
}

const header = 'safeguarding-hub/export@v1'

/** The name of the key that signs exports of a log; never the log's own, so that no export is taken for a checkpoint. */
export const exportKeyName = (origin: string): string => `${origin}/exports`

/** One line, whatever somebody put into it. */
const words = (text: string): string => text.split(' ').map(encodeURIComponent).join(' ')

export const manifestText = ({
  checkpoint,
  askedBy,
  askedAt,
  question,
  entries,
  unsealed,
  files,
}: Manifest): string =>
  [
    header,
    `log ${checkpoint.origin}`,
    `size ${checkpoint.size}`,
    `root ${checkpoint.root.toString('base64')}`,
    `asked-by ${words(askedBy)}`,
    `asked-at ${askedAt}`,
    `question ${question}`,
    `entries ${entries}`,
    `unsealed ${unsealed}`,
    ...exportFiles.map((name) => `sha256 ${files[name].sha256} ${files[name].bytes} ${name}`),
    '',
  ].join('\n')

const pattern =
  /^safeguarding-hub\/export@v1\nlog (?<origin>\S+)\nsize (?<size>\d{1,16})\nroot (?<root>[A-Za-z0-9+/]{43}=)\nasked-by (?<askedBy>[^\n]*)\nasked-at (?<askedAt>\S+)\nquestion (?<question>\S*)\nentries (?<entries>\d{1,16})\nunsealed (?<unsealed>\d{1,16})\n(?<files>(?:sha256 [0-9a-f]{64} \d{1,16} \S+\n)+)$/

type FileSum = Manifest['files'][ExportFile]

const filesIn = (lines: string): Manifest['files'] => {
  const sums = new Map(
    lines.split('\n').map((line): [string, FileSum] => {
      const [, sha256 = '', bytes = '', name = ''] = line.split(' ')
      return [name, { sha256, bytes: Number(bytes) }]
    }),
  )
  const sumOf = (name: ExportFile): FileSum => sums.get(name) ?? { sha256: '', bytes: 0 }
  return {
    'entries.ndjson': sumOf('entries.ndjson'),
    'entries.csv': sumOf('entries.csv'),
    'audit-events.ndjson': sumOf('audit-events.ndjson'),
    'proofs.txt': sumOf('proofs.txt'),
  }
}

/** Undefined for what no {@link manifestText} wrote, to the byte. */
export const readManifest = (text: string): Manifest | undefined => {
  const groups = pattern.exec(text)?.groups
  if (groups === undefined) return undefined
  const said = (name: string): string => groups[name] ?? ''
  const manifest: Manifest = {
    checkpoint: {
      origin: said('origin'),
      size: Number(said('size')),
      root: Buffer.from(said('root'), 'base64'),
    },
    askedBy: decodeURIComponent(said('askedBy')),
    askedAt: said('askedAt'),
    question: said('question'),
    entries: Number(said('entries')),
    unsealed: Number(said('unsealed')),
    files: filesIn(said('files')),
  }
  return manifestText(manifest) === text ? manifest : undefined
}
