import { openByAny } from './checkpoint.ts'
import type { Finding } from './finding.ts'
import { forksAmong } from './forks-among.ts'
import type { Held } from './held.ts'
import { leafOfLine } from './leaf-text.ts'
import {
  appendTo,
  type CompactRange,
  emptyRange,
  type Hash,
  leafHash,
  rootOfRange,
} from './merkle.ts'
import type { Leaf } from './sealed-leaf.ts'
import { type Bundle, type KeptCheckpoint, linesOf } from './sealed-log.ts'

/** All that stands in the bucket from which nothing can be taken. */
export type SealedLog = {
  readonly checkpoints: readonly KeptCheckpoint[]
  readonly bundles: readonly Bundle[]
}

/** A leaf of the sealed log: undefined where its line cannot be read as one. */
export type SealedLeaf = { readonly hash: Hash; readonly leaf: Leaf | undefined }

/** What was signed last. */
export type Signed = { readonly size: number; readonly rootAt: (size: number) => Hash | undefined }

export type SealedResult = {
  readonly findings: readonly Finding[]
  readonly leaves: readonly SealedLeaf[]
  readonly signed: Signed
}

export const verifySealed = ({ bundles, checkpoints }: SealedLog, held: Held): SealedResult => {
  const { lines, findings: ofBundles } = linesOfAll(bundles)
  const leaves = lines.map((line) => ({ hash: leafHash(line), leaf: leafOfLine(line) }))
  const rootAt = rootsOf(leaves.map(({ hash }) => hash))
  const size = checkpoints.reduce((most, one) => Math.max(most, one.size), 0)
  const findings: Finding[] = [
    ...ofBundles,
    ...leaves.flatMap(({ leaf }, index) =>
      leaf === undefined ? [{ what: 'LEAF_UNREADABLE', index } as const] : [],
    ),
    ...checkpoints.flatMap((kept) => wrongWith(kept, rootAt, held)),
    ...held.notes.flatMap((note) =>
      wrongWithHeld(note, { size, rootAt }, { held, newest: newestOf(checkpoints) }),
    ),
    ...forksAmong([...checkpoints.map(({ note }) => note), ...held.notes], held),
    ...(lines.length > size ? [notSigned(size)] : []),
  ]
  return { findings, leaves: leaves.slice(0, size), signed: { size, rootAt } }
}

const notSigned = (size: number): Finding =>
  size === 0 ? { what: 'NOTHING_SIGNED' } : { what: 'NOT_SIGNED', index: size }

/** The lines of bundles that follow each other from the first leaf on, and where one is damaged, missing, or one too many. */
const linesOfAll = (bundles: readonly Bundle[]) => {
  const lines: string[] = []
  const findings: Finding[] = []
  for (const { first, text } of bundles.toSorted((one, other) => one.first - other.first)) {
    if (first > lines.length) findings.push({ what: 'LEAF_MISSING', index: lines.length })
    if (first < lines.length) findings.push({ what: 'BUNDLES_OVERLAP', index: first })
    if (first !== lines.length) break
    const own = linesOf(text)
    if (own.length === 0 || !text.endsWith('\n'))
      findings.push({ what: 'BUNDLE_DAMAGED', index: first })
    lines.push(...own)
  }
  return { lines, findings }
}

/** How far apart the trees stand that are kept: what is between is grown again when it is asked for. */
const kept = 256

/** The root at every size; undefined beyond the leaves that there are. */
const rootsOf = (hashes: readonly Hash[]): Signed['rootAt'] => {
  const ranges: CompactRange[] = []
  let range = emptyRange
  for (const hash of hashes) {
    if (range.size % kept === 0) ranges.push(range)
    range = appendTo(range, hash)
  }
  if (range.size % kept === 0) ranges.push(range)
  return (size) => {
    const from = ranges[Math.floor(size / kept)]
    if (from === undefined || size > hashes.length) return undefined
    return rootOfRange(hashes.slice(from.size, size).reduce(appendTo, from))
  }
}

const newestOf = (checkpoints: readonly KeptCheckpoint[]): readonly string[] =>
  checkpoints
    .toSorted((one, other) => other.size - one.size)
    .slice(0, 1)
    .map(({ note }) => note)

const wrongWith = (
  { size, note }: KeptCheckpoint,
  rootAt: Signed['rootAt'],
  held: Held,
): readonly Finding[] => {
  const opened = openByAny(note, held)
  if (opened === undefined || opened.size !== size)
    return [{ what: 'CHECKPOINT_NOT_SIGNED', index: size }]
  const root = rootAt(size)
  if (root === undefined) return [{ what: 'LEAF_MISSING', index: size - 1 }]
  return root.equals(opened.root) ? [] : [{ what: 'ROOT_DIFFERS', index: size }]
}

/** Beside the note that is held, the newest that the log shows now: whoever signed both contradicted themselves. */
const wrongWithHeld = (
  note: string,
  { size, rootAt }: Signed,
  { held, newest }: { readonly held: Held; readonly newest: readonly string[] },
): readonly Finding[] => {
  const opened = openByAny(note, held)
  if (opened === undefined) return [{ what: 'HELD_DIFFERS' }]
  const about = { index: opened.size, evidence: [note, ...newest] }
  if (opened.size > size) return [{ what: 'SHORTENED', ...about }]
  return rootAt(opened.size)?.equals(opened.root) ? [] : [{ what: 'HELD_DIFFERS', ...about }]
}
