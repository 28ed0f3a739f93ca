import type { StoredConcern } from './stored-concern.ts'
import type { RecordedWithdrawal } from './withdrawal.ts'

/** The concern once its sender took it back: it waits for nothing and nobody. The first withdrawal stands. */
export const withdrawn = (
  stored: StoredConcern,
  { withdrawal, recordedAt }: RecordedWithdrawal,
): StoredConcern => {
  const { expiresAt: _expiry, ...rest } = stored
  return {
    ...rest,
    reviewIds: [],
    version: stored.version + 1,
    state: 'WITHDRAWN',
    withdrawal: stored.withdrawal ?? { ...withdrawal, at: recordedAt },
  }
}
