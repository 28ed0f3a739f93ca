import { createHash } from 'node:crypto'
import { isSignedByKey } from '../../audit/checkpoint.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { fulfilled } from '../../kernel/fulfilled.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { once } from '../../kernel/once.ts'
import type { CheckpointChoice } from '../dynamodb/checkpoint-choice.ts'
import type { Keys } from './keys.ts'
import { readLogKey, signNoteWith } from './log-key.ts'

type Signer = { readonly publicKey: Buffer; readonly sign: SealLogDeps['sign'] }

type Deps = {
  readonly keys: Keys
  /** The keys of the log, by id or ARN, the first of which signs where nobody has chosen. */
  readonly keyIds: readonly string[]
  readonly origin: string
  readonly readChoice: () => Promise<CheckpointChoice | undefined>
  readonly readIndexOfChoice: (choice: CheckpointChoice) => Promise<number | undefined>
  readonly readLast: () => Promise<{ readonly size: number; readonly note: string } | undefined>
}

/** What an operator names a key of the log by. A log that is restored has another name, and the same keys. */
export const keyIdText = (publicKey: Buffer): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 16)

/** Those of the keys that can be read, each with who signs by it: one that was disabled is passed over. */
const heldSigners = ({ keys, keyIds, origin }: Deps): (() => Promise<readonly Signer[]>) =>
  once(async () =>
    fulfilled(
      await Promise.allSettled(
        keyIds.map(async (key) => ({
          publicKey: await readLogKey(keys, key),
          sign: signNoteWith(keys, key, origin),
        })),
      ),
    ),
  )

/**
 * Signs with the key that the operator chose, once a checkpoint that holds the entry about the choice has been signed by
 * the key before it: so the log of the old key says who comes after it. The choice stands in the directory, so no
 * deployment is needed; a key that has once signed by its choice is held for the life of the container.
 */
export const chosenSigner = (deps: Deps): SealLogDeps['sign'] => {
  const { origin, readChoice } = deps
  const signersNow = heldSigners(deps)
  /** The choice that a checkpoint has been signed by. */
  let settled = 0

  /** Whether a checkpoint holds the entry about the choice. */
  const isTold = async (choice: CheckpointChoice, size: number): Promise<boolean> => {
    const index = await deps.readIndexOfChoice(choice)
    return index !== undefined && size > index
  }

  const signerFor = async (
    choice: CheckpointChoice,
    signers: readonly Signer[],
  ): Promise<Signer | undefined> => {
    const chosen = signers.find(({ publicKey }) => keyIdText(publicKey) === choice.keyId)
    if (chosen === undefined) throw new HubError('internal', 'the key that was chosen is not there')
    if (choice.atOnce === true || choice.version === settled) return chosen
    const last = await deps.readLast()
    const before = signers.find(({ publicKey }) =>
      isSignedByKey(last?.note ?? '', { origin, publicKey }),
    )
    // Before its first checkpoint a log is signed by nobody: rows that came from a backup have one of another log.
    const isOther = before !== undefined && before !== chosen
    if (isOther && !(await isTold(choice, last?.size ?? 0))) return before
    settled = choice.version
    return chosen
  }

  return async (text) => {
    const choice = await readChoice()
    const signers = await signersNow()
    const signer = choice === undefined ? signers[0] : await signerFor(choice, signers)
    if (signer === undefined) throw new HubError('internal', 'no key signs checkpoints')
    return signer.sign(text)
  }
}
