import { recorderFor } from '../../audit/audit-entry.ts'
import { aboutLog } from '../../audit/expired-leaves.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import type { World } from '../world.ts'
import { placesOf } from './audit-rows.ts'

/** The entry by which a log goes on from rows that were restored, and a line in which an alarm rings. */
export const sayRestoredIn =
  ({ now, newId, log }: Pick<World, 'now' | 'newId' | 'log'>): SealLogDeps['sayRestored'] =>
  ({ origin, range: { size }, root }) => {
    log('warn', 'LOG_RESTORED', { count: size })
    const codes = { origin, size: String(size), root: root.toString('base64') }
    const record = recorderFor({ actor: 'seal-audit' }, now(), newId)
    const [entry] = record('LOG_RESTORED', [aboutLog], { codes })
    return { entry, ...placesOf(entry), isOwn: true }
  }
