import { HubError } from '../../kernel/hub-error.ts'
import { isBusy } from '../busy.ts'

const busyKeys = (cause: unknown): HubError =>
  new HubError('store-busy', 'the keys took no more calls', { cause })

/** A request that no key takes is a defect of ours, and no key's fault. */
const isDefect = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationException'

/**
 * What a key is needed for. One that is missing, disabled, refused or not what it should be is a fault of the hub, and told as one:
 * never an empty match, an empty page or an unproven caller.
 * @throws HubError key-unavailable, or store-busy when KMS takes no more calls
 */
export const withKey = async <Given>(needed: () => Promise<Given>): Promise<Given> => {
  try {
    return await needed()
  } catch (error) {
    if (error instanceof HubError || isDefect(error)) throw error
    throw isBusy(error)
      ? busyKeys(error)
      : new HubError('key-unavailable', 'a key of the hub cannot be read', { cause: error })
  }
}
