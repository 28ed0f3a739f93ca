import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { framesOf } from '../../../shared/logging/frames-of.ts'

const thrown = (throwing: () => unknown): unknown => {
  try {
    return throwing()
  } catch (error) {
    return error
  }
}

describe('the frames of a defect', () => {
  it('say where it was thrown, innermost first', () => {
    const failing = (): never => {
      throw new TypeError('no')
    }
    const [first] = framesOf(thrown(failing))
    expect(first).toMatch(/^failing \S+frames-of\.test\.ts:\d+:\d+$/)
  })

  it.each([
    ['Marta Quillfeather, 14 Tannery Row'],
    ['first line\n    at Marta (Quillfeather:14:1)\nlast line'],
    ['    at Quillfeather:14:1'],
    [''],
    ['E'],
  ])('hold nothing of the message %j', (message) => {
    const frames = framesOf(new Error(message))
    expect(frames.length).toBeGreaterThan(0)
    expect(frames.join()).not.toMatch(/Marta|Quillfeather|Tannery/)
  })

  it('hold nothing of a value that failed its schema', () => {
    const schema = z.strictObject({ name: z.enum(['a']) })
    const error = thrown(() => schema.parse({ name: 'x', Quillfeather: 'Marta' }))
    expect(framesOf(error).length).toBeGreaterThan(0)
    expect(framesOf(error).join()).not.toMatch(/Marta|Quillfeather/)
  })

  it('are none where the message cannot be told from the rest', () => {
    const error = new Error('Marta')
    error.stack = 'Error: Marta\n    at Quillfeather (14:1:1)'
    error.message = 'another'
    expect(framesOf(error)).toEqual([])
  })

  it.each(['a text', null, undefined, { stack: 'Error: x\n    at f (a.ts:1:1)' }])(
    'are none of what is no error: %j',
    (error) => {
      expect(framesOf(error)).toEqual([])
    },
  )

  it('are eight at most', () => {
    const error = new Error('deep')
    const line = (at: number): string => `    at f (a.ts:${at}:1)`
    error.stack = ['Error: deep', ...Array.from({ length: 20 }, (_, at) => line(at))].join('\n')
    expect(framesOf(error)).toHaveLength(8)
  })
})
