import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexRingKind } from '../../../shared/aws/kms/index-ring.ts'
import { indexOf, unfinishedIn } from '../../builders/a-register.ts'
import { type RotatingHub, rotatingHub, tables } from '../../builders/a-rotation.ts'
import { type Act, anyAct, rotationPlay } from '../../builders/rotation-acts.ts'
import { runs } from '../../builders/runs.ts'

/** A key is wished for at a hub where some are known and a concern waits for others. */
const start: readonly Act[] = [
  { kind: 'put', family: 0, name: 0, which: 0 },
  { kind: 'put', family: 1, name: 1, which: 1 },
  { kind: 'concern', family: 3, which: 1 },
  { kind: 'wait', times: 5, pace: 40 },
  { kind: 'wish', step: 'begin', key: 'v2' },
  { kind: 'wait', times: 1, pace: 25 },
]

const versionsIn = ({ memory }: RotatingHub): string[] => {
  const rows = [...memory.rows(tables.register), ...memory.rows(tables.casework)]
  const texts = rows.flatMap(({ pk, keys }) => [
    pk.replace(/^(BK|LK)#/, ''),
    ...Object.keys({ ...(keys as object | undefined) }),
  ])
  return [...new Set(texts.flatMap((text) => /^v\d+/.exec(text)?.[0] ?? []))]
}

const keysIn = ({ memory }: RotatingHub): string[] =>
  memory
    .rows(tables.register)
    .flatMap((row) => (row.pk === 'INDEXKEY' ? Object.keys(indexRingKind.read(row).keys) : []))

describe('a match index whose key is replaced', () => {
  it('finds everybody after every single write, whoever looks, whatever is recorded meanwhile and wherever the work is killed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 16 }), async (acts) => {
        const hub = rotatingHub()
        await hub.run()
        const { play, look, toTheEnd } = rotationPlay(hub)
        for (const act of [...start, ...acts]) await play(act)
        await look()
        await toTheEnd()
        await look()
        const rotation = await hub.rotation()
        expect(rotation?.phase).toBe('STEADY')
        expect(keysIn(hub)).toEqual([rotation?.current])
        expect(versionsIn(hub)).toEqual([rotation?.current])
        const { listed, stands } = indexOf(hub.memory)
        expect(stands).toEqual(listed)
        expect(unfinishedIn(hub.memory)).toEqual([])
      }),
      runs(20),
    )
  })
})
