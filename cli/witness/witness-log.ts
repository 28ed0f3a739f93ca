import * as z from 'zod'
import { type Checkpoint, openByAny } from '../../shared/audit/checkpoint.ts'
import { cosign, statedTimes, type Witness } from '../../shared/audit/cosignature.ts'
import { verifyConsistency } from '../../shared/audit/merkle-verify.ts'
import { routes } from '../../shared/config/routes.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Asking } from '../receive/api-of.ts'
import { problemInWords } from '../receive/problem-in-words.ts'
import type { Keys } from '../verify/read-keys.ts'
import { readConsistency } from '../verify/verify-notes.ts'

/** What a witness keeps, one note a file. Nothing that was kept is ever put over or taken away. `all`: but what contradicted it. */
export type Kept = {
  readonly all: () => Promise<readonly string[]>
  readonly add: (name: string, note: string) => Promise<void>
}

export type WitnessDeps = {
  readonly api: Pick<Asking, 'get'>
  readonly kept: Kept
  readonly keys: Pick<Keys, 'origin' | 'publicKeys'>
  readonly witness: Witness
  readonly now: Date
}

/** What the name begins with of a note that contradicts what is kept, or was not proved to go on from it. */
export const evidencePrefix = 'evidence-'

/** What came of it. `evidence`: signed notes that contradict each other, whole; both are kept. */
export type Witnessed =
  | {
      readonly kind: 'kept' | 'unchanged'
      readonly size: number
      readonly missed: readonly string[]
    }
  | {
      /** `not-answered`: it was not told whether it goes on, which proves nothing against anybody. */
      readonly kind: 'not-signed' | 'shortened' | 'forked' | 'not-consistent' | 'not-answered'
      readonly evidence: readonly string[]
    }

const answerSchema = z.looseObject({ checkpoint: z.string() })

const newestNote = async ({ api }: WitnessDeps): Promise<string> => {
  const { path } = routes.readCheckpoint
  const { status, body } = await api.get(path)
  if (status !== 200) throw new InputError(problemInWords({ status, body }))
  return answerSchema.parse(body).checkpoint
}

type Signed = Checkpoint & { readonly note: string }

const newestOf = (kept: readonly Signed[]): Signed | undefined =>
  kept.toSorted((one, other) => other.size - one.size)[0]

const oneDay = 24 * 60 * 60 * 1000
const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** Days since the first on which none was seen, this day not counted. */
const daysWithout = (seen: readonly Date[], now: Date): readonly string[] => {
  const days = new Set(seen.map(dayOf))
  const first = Math.min(...seen.map((at) => Date.parse(dayOf(at))))
  const since = Math.max(0, Math.floor((Date.parse(dayOf(now)) - first) / oneDay))
  return Array.from({ length: since }, (_, number) =>
    dayOf(new Date(first + number * oneDay)),
  ).filter((day) => !days.has(day))
}

/** What the hub answers when it is asked for the proof; undefined where the connection broke first. */
const answerOf = async (path: string, { api }: WitnessDeps) => {
  try {
    return await api.get(path)
  } catch {
    return undefined
  }
}

/** Whether the newer goes on from the older, by the hub's own proof. Where it gives none it proves nothing. */
const goesOn = async (
  older: Signed,
  newer: Signed,
  deps: WitnessDeps,
): Promise<boolean | 'not-answered'> => {
  const path = `${routes.proveConsistency.path}?from=${older.size}&to=${newer.size}`
  const answer = await answerOf(path, deps)
  if (answer === undefined) return 'not-answered'
  const { status, body } = answer
  const proof = status === 200 ? readConsistency(JSON.stringify(body)) : undefined
  return (
    proof !== undefined &&
    verifyConsistency({
      oldSize: older.size,
      newSize: newer.size,
      oldRoot: older.root,
      newRoot: newer.root,
      proof: proof.proof,
    })
  )
}

const contradiction = async (
  older: Signed,
  newer: Signed,
  deps: WitnessDeps,
): Promise<'shortened' | 'forked' | 'not-consistent' | 'not-answered' | undefined> => {
  if (newer.size < older.size) return 'shortened'
  if (newer.size === older.size) return newer.root.equals(older.root) ? undefined : 'forked'
  const goes = await goesOn(older, newer, deps)
  if (goes === 'not-answered') return goes
  return goes ? undefined : 'not-consistent'
}

/**
 * Takes the newest checkpoint, and signs and keeps it if the log's key signed it and it goes on from the last that was kept, by
 * whatever witness. What contradicts that, or was not proved, is kept unsigned, as evidence.
 * @throws InputError where the hub gives no checkpoint
 */
export const witnessLog = async (deps: WitnessDeps): Promise<Witnessed> => {
  const { kept, keys, witness, now } = deps
  const open = (note: string): Signed[] => {
    const opened = openByAny(note, keys)
    return opened === undefined ? [] : [{ ...opened, note }]
  }
  const note = await newestNote(deps)
  const [newer] = open(note)
  if (newer === undefined) return { kind: 'not-signed', evidence: [note] }
  const before = (await kept.all()).flatMap(open)
  const older = newestOf(before)
  const fault = older && (await contradiction(older, newer, deps))
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-')
  if (older !== undefined && fault !== undefined) {
    await kept.add(`${evidencePrefix}${stamp}`, note)
    return { kind: fault, evidence: [older.note, note] }
  }
  await kept.add(`${stamp}-${newer.size}`, cosign(note, witness, now))
  const seen = before.flatMap((one) => statedTimes(one.note))
  return {
    kind: older?.size === newer.size ? 'unchanged' : 'kept',
    size: newer.size,
    missed: daysWithout([...seen, now], now),
  }
}
