import { isSignedByKey, noteKeyId } from '../../audit/checkpoint.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { HubError } from '../../kernel/hub-error.ts'
import type { CheckpointChoice } from '../dynamodb/checkpoint-choice.ts'
import type { Keys } from './keys.ts'
import { readLogKey, signNoteWith } from './log-key.ts'

type Deps = {
  readonly keys: Keys
  /** The keys of the log, by id or ARN, the first of which signs where nobody has chosen. */
  readonly keyIds: readonly string[]
  readonly origin: string
  readonly readChoice: () => Promise<CheckpointChoice | undefined>
  readonly readIndexOfChoice: (choice: CheckpointChoice) => Promise<number | undefined>
  readonly readLast: () => Promise<{ readonly size: number; readonly note: string } | undefined>
}

/** Name of a note's key as an operator and a verifier write it. */
export const keyIdText = (origin: string, publicKey: Buffer): string =>
  noteKeyId(origin, publicKey).toString('hex')

/**
 * Signs with the key that the operator chose, once a checkpoint that holds the entry about the choice has been signed by
 * the key before it: so the log of the old key says who comes after it. The choice stands in the directory, so no
 * deployment is needed; a key that has once signed by its choice is held for the life of the container.
 */
export const chosenSigner = (deps: Deps): SealLogDeps['sign'] => {
  const { keys, keyIds, origin, readChoice } = deps
  const signers = keyIds.map((key) => signNoteWith(keys, key, origin))
  let published: Promise<readonly Buffer[]> | undefined
  const publicKeys = (): Promise<readonly Buffer[]> => {
    published ??= Promise.all(keyIds.map((key) => readLogKey(keys, key)))
    published.catch(() => {
      published = undefined
    })
    return published
  }
  /** The choice that a checkpoint has been signed by. */
  let settled = 0

  const mayFollow = async (choice: CheckpointChoice, chosen: Buffer): Promise<boolean> => {
    if (choice.atOnce === true || choice.version === settled) return true
    const last = await deps.readLast()
    if (last === undefined || isSignedByKey(last.note, { origin, publicKey: chosen })) return true
    const index = await deps.readIndexOfChoice(choice)
    return index !== undefined && last.size > index
  }

  /** Which of the keys signs now. */
  const placeOf = async (choice: CheckpointChoice): Promise<number> => {
    const all = await publicKeys()
    const chosen = all.findIndex((key) => keyIdText(origin, key) === choice.keyId)
    const key = all[chosen]
    if (key === undefined) throw new HubError('internal', 'the key that was chosen is not there')
    if (await mayFollow(choice, key)) {
      settled = choice.version
      return chosen
    }
    const last = await deps.readLast()
    return all.findIndex((one) => isSignedByKey(last?.note ?? '', { origin, publicKey: one }))
  }

  return async (text) => {
    const choice = await readChoice()
    const at = choice === undefined ? 0 : await placeOf(choice)
    const sign = signers[at]
    if (sign === undefined) throw new HubError('internal', 'no key signs checkpoints')
    return sign(text)
  }
}
