import { describe, expect, it } from 'vitest'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { frozen, readFrozenModel } from '../../../shared/matching/frozen-model.ts'

const model = frozen(defaultModel, 'area')
const read = (value: unknown) => readFrozenModel(JSON.stringify(value))

describe('a frozen model', () => {
  it('is read as it was written, however it is laid out', () => {
    expect(read(model)).toEqual({ model })
    expect(readFrozenModel(JSON.stringify(model, undefined, 2))).toEqual({ model })
    expect({ ...model, version: defaultModel.version }).toEqual(defaultModel)
  })

  it('has a version that only this model has', () => {
    const other = { ...defaultModel, namesakePenalty: 6.5 }
    expect(frozen(defaultModel, 'area').version).toBe(model.version)
    expect(frozen(other, 'area').version).not.toBe(model.version)
    expect(frozen(model, 'area')).toEqual(model)
  })

  const { children: _, ...fewer } = model.comparisons
  const lax = { ...model.thresholds, confirm: { value: 0.5, limit: 0.5 } }
  it.each([
    ['is not JSON', 'model', 'is no model'],
    ['lacks a comparison', JSON.stringify({ ...model, comparisons: fewer }), 'see comparisons'],
    ['was altered', JSON.stringify({ ...model, namesakePenalty: 0 }), 'was changed after'],
    ['takes another’s version', JSON.stringify({ ...model, version: 'uk-default-1' }), 'changed'],
    [
      'confirms sooner than the stated one',
      JSON.stringify(frozen({ ...defaultModel, thresholds: lax }, 'lax')),
      'less cautious',
    ],
  ])('is refused when it %s', (_name, text, reason) => {
    expect(readFrozenModel(text)).toEqual({ fault: expect.stringContaining(reason) as string })
  })
})
