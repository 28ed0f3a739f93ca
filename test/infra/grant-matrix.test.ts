import { expect, it } from 'vitest'
import { grantMatrixOf } from './grant-matrix.ts'
import { templatesOf } from './synth.ts'

it('lets each role do what was reviewed in grant-matrix.txt, and not one thing more', async () => {
  const lines = grantMatrixOf(templatesOf('production'))
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('grant-matrix.txt')
})
