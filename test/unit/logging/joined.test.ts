import { describe, expect, it } from 'vitest'
import { joinAlso, joined, joining } from '../../../shared/logging/joined.ts'

const aLog = () => {
  const lines: unknown[] = []
  return { lines, log: joined((...line) => void lines.push(line[2])) }
}
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a line', () => {
  it('has the ids of the work in which it is written, also after a pause', async () => {
    const { lines, log } = aLog()
    await joining({ requestId: 'request-1' }, async () => {
      await pause()
      log('info', 'REQUEST_COMPLETED', { status: 200 })
    })
    expect(lines).toEqual([{ requestId: 'request-1', status: 200 }])
  })

  it('has the ids of the work around that, too', () => {
    const { lines, log } = aLog()
    joining({ requestId: 'request-1' }, () =>
      joining({ concernId: 'concern-1' }, () => log('info', 'RECORD_COMPLETED', {})),
    )
    expect(lines).toEqual([{ requestId: 'request-1', concernId: 'concern-1' }])
  })

  it('has what became known before it, and not what it was written before', () => {
    const { lines, log } = aLog()
    joining({ alertId: 'alert-1' }, () => {
      log('info', 'RECORD_COMPLETED', {})
      joinAlso({ concernId: 'concern-1', reviewId: undefined })
      log('info', 'RECORD_COMPLETED', {})
    })
    expect(lines).toEqual([{ alertId: 'alert-1' }, { alertId: 'alert-1', concernId: 'concern-1' }])
  })

  it('keeps the concern it is about when another is read on the way', () => {
    const { lines, log } = aLog()
    joining({ concernId: 'concern-1' }, () => {
      joinAlso({ concernId: 'concern-2' })
      log('info', 'RECORD_COMPLETED', {})
    })
    expect(lines).toEqual([{ concernId: 'concern-1' }])
  })

  it('has nothing of work that goes on beside it', async () => {
    const { lines, log } = aLog()
    const one = async (concernId: string): Promise<void> => {
      await pause()
      joinAlso({ alertId: `alert of ${concernId}` })
      await pause()
      log('info', 'RECORD_COMPLETED', {})
    }
    await Promise.all(['a', 'b'].map((concernId) => joining({ concernId }, () => one(concernId))))
    log('info', 'SWEEP_COMPLETED', {})
    expect(lines).toEqual([
      { concernId: 'a', alertId: 'alert of a' },
      { concernId: 'b', alertId: 'alert of b' },
      {},
    ])
  })
})
