import { openByAny } from '../../shared/audit/checkpoint.ts'
import { forksAmong } from '../../shared/audit/forks-among.ts'
import type { Held } from '../../shared/audit/held.ts'
import { verifyConsistency } from '../../shared/audit/merkle-verify.ts'
import { isCount, isFields, isListOf, isText } from '../../shared/audit/plain.ts'
import { parsedJson } from '../../shared/kernel/parsed-json.ts'
import { faultOf } from './finding-in-words.ts'
import { nothing, type Outcome } from './outcome.ts'

/** What leads from one tree to a later one of the same log. */
export type Consistency = {
  readonly from: number
  readonly to: number
  readonly proof: readonly Buffer[]
  /** Of the later tree, where the hub's own answer was saved as it came. */
  readonly checkpoint?: string
}

const isHashText = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(value)

/** A consistency proof as JSON has it: `from`, `to`, and `proof` in base64. Undefined for anything else. */
export const readConsistency = (text: string): Consistency | undefined => {
  const read = parsedJson(text)
  if (!isFields(read)) return undefined
  const { from, to, proof, checkpoint } = read
  return isCount(from) && isCount(to) && isListOf(proof, isHashText)
    ? {
        from,
        to,
        proof: proof.map((hash) => Buffer.from(hash, 'base64')),
        ...(isText(checkpoint) && { checkpoint }),
      }
    : undefined
}

type Checkpoints = {
  readonly held: Held
  /** Checkpoints of receipts. */
  readonly others: readonly string[]
  readonly proofs: readonly Consistency[]
  /** Trees that stand whole beside: what they vouch for needs no proof. */
  readonly isWithinCopy: boolean
}

/** Checkpoints that were kept, each by itself and against each other. */
export const verifyNotes = ({
  held: given,
  others,
  proofs,
  isWithinCopy,
}: Checkpoints): Outcome => {
  if (isWithinCopy) return nothing
  // Of receipts alone nobody asks whether one log grew into the other.
  const isAsked = given.notes.length > 0
  const held = { ...given, notes: [...new Set([...given.notes, ...others])] }
  const { notes, origin } = held
  const opened = notes.flatMap((note) => {
    const checkpoint = openByAny(note, held)
    return checkpoint === undefined ? [] : [{ note, ...checkpoint }]
  })
  const forks = forksAmong(notes, held).map((finding) => faultOf(finding, () => undefined))
  const steps = opened.toSorted((one, other) => one.size - other.size)
  const between = (isAsked ? steps.slice(1) : []).map((newer, at) =>
    betweenTwo(steps[at] ?? newer, newer, proofs),
  )
  const unsigned = notes.length - opened.length
  return {
    checked:
      unsigned > 0 || forks.length > 0
        ? []
        : [
            ...(isAsked ? opened : []).map(
              ({ size }) =>
                `Signature: a checkpoint of ${size} entries is signed by a key of ${origin}.`,
            ),
            ...between.flatMap(({ checked }) => checked),
          ],
    faults: [
      ...Array.from({ length: unsigned }, () => faultOf({ what: 'HELD_DIFFERS' }, () => undefined)),
      ...forks,
      ...between.flatMap(({ faults }) => faults),
    ],
    untold: [],
    unread: [...between.flatMap(({ unread }) => unread), ...unusedOf(proofs, steps)],
  }
}

/** Proofs between two trees of which not both checkpoints stand beside each other here: nothing was checked by them. */
const unusedOf = (proofs: readonly Consistency[], steps: readonly Step[]): readonly string[] => {
  const pairs = steps.slice(1).map((newer, at) => `${steps[at]?.size ?? ''} ${newer.size}`)
  return proofs
    .filter(({ from, to }) => !pairs.includes(`${from} ${to}`))
    .map(
      ({ from, to }) =>
        `A consistency proof from ${from} to ${to} was given, and not the checkpoints of both: nothing was checked by it.`,
    )
}

type Step = { readonly note: string; readonly size: number; readonly root: Buffer }

const betweenTwo = (older: Step, newer: Step, proofs: readonly Consistency[]): Outcome => {
  if (older.size === newer.size) return nothing
  const said = `the log of ${older.size} entries is the beginning of the log of ${newer.size}`
  const found = proofs.find(({ from, to }) => from === older.size && to === newer.size)
  if (found === undefined)
    return {
      ...nothing,
      unread: [
        `Whether ${said} cannot be told from two checkpoints alone: give the whole log, or a consistency proof from ${older.size} to ${newer.size}.`,
      ],
    }
  const isSo = verifyConsistency({
    oldSize: older.size,
    newSize: newer.size,
    oldRoot: older.root,
    newRoot: newer.root,
    proof: found.proof,
  })
  if (isSo) return { ...nothing, checked: [`Consistency: ${said}.`] }
  return {
    ...nothing,
    faults: [
      {
        what: 'NOT_CONSISTENT',
        sentence: `The proof does not show that ${said}. Ask for it again; if there is none, two histories were signed, and the two checkpoints below show it.`,
        index: newer.size,
        evidence: [older.note, newer.note],
      },
    ],
  }
}
