import type { QuarantineDeps } from '../../shared/casework/open-quarantine.ts'
import type { Quarantined } from '../../shared/casework/quarantined.ts'
import type { OutboxMessage } from '../../shared/outbox/outbox-message.ts'

/** What stands aside, kept in memory, with what was read, told and rung of it. */
export const aQuarantine = () => {
  const rows = new Map<string, Quarantined>()
  const held: Quarantined[] = []
  const tried: Quarantined[] = []
  const messages: OutboxMessage[] = []
  const counts = { reads: 0 }
  const deps: QuarantineDeps = {
    readQuarantine: async (by) => {
      counts.reads += 1
      return [...rows.values()].filter((row) => row.by === by)
    },
    keepQuarantined: async (row, told) => {
      rows.set(row.quarantineId, row)
      messages.push(...told)
    },
    forgetQuarantined: async ({ quarantineId }) => void rows.delete(quarantineId),
    onHeld: (row) => void held.push(row),
    onTried: (row) => void tried.push(row),
  }
  return { deps, rows, held, tried, messages, counts }
}
