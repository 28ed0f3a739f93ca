import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/sharing/decide.ts'
import { latestPolicy, policies } from '../../../shared/sharing/policies.ts'
import { someFacts } from '../../unit/sharing/facts.ts'

const program = fileURLToPath(new URL('../../../cli/decide.ts', import.meta.url))
const start = (...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], {
    input: JSON.stringify(someFacts()),
    encoding: 'utf8',
  })

describe('the decide command', () => {
  it('runs as a program', () => {
    const { status, stdout, stderr } = start()
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual(decide(someFacts()))
  })

  it('decides under the policy that is asked for', () => {
    const { version } = policies[0]
    expect(JSON.parse(start('--policy', version).stdout)).toMatchObject({ policyVersion: version })
  })

  it('tells which policies there are when asked for another', () => {
    const { status, stdout, stderr } = start('--policy', 'Canary')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(latestPolicy.version)
    expect(stderr).not.toContain('Canary')
  })
})
