import { describe, expect, it } from 'vitest'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { auditRows, waitingShards } from '../../../shared/aws/dynamodb/audit-rows.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { now } from '../../builders/ports.ts'

const record = recorderFor({ actor: 'somebody' }, now, newId)

describe('the rows of entries', () => {
  it('are one each, however many records an entry is about, and new', () => {
    const [entry] = record('ALERTS_LISTED', ['one', 'two', 'three'])
    expect(auditRows('entries', [entry])).toEqual([
      {
        kind: 'put',
        table: 'entries',
        row: {
          pk: `WAITING#${entry.entryId.slice(-1)}`,
          sk: `${entry.at}#${entry.entryId}`,
          entry,
        },
        condition: { kind: 'absent' },
      },
    ])
  })

  it('stand in the shards that the sequencer reads, in all of them', () => {
    const entries = Array.from({ length: 1000 }, () => record('ALERTS_LISTED', ['one'])).flat()
    const shards = auditRows('entries', entries).map(({ row }) => row.pk)
    expect([...new Set(shards)].toSorted()).toEqual(waitingShards.toSorted())
  })
})
