import { access } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { functionNames } from '../../shared/config/functions.ts'

describe.each(functionNames)('%s', (name) => {
  it('has the runbook that its alarms name', async () => {
    await expect(access(`docs/runbooks/${name}.md`)).resolves.toBeUndefined()
  })
})
