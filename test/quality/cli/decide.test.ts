import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/sharing/decide.ts'
import { decisionSchema } from '../../../shared/sharing/decision.ts'
import { latestPolicy, policies } from '../../../shared/sharing/policies.ts'
import { someFacts } from '../../unit/sharing/facts.ts'

const program = fileURLToPath(new URL('../../../cli/hub.ts', import.meta.url))
const startWith = (input: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [program, 'decide', ...args], { input, encoding: 'utf8' })
const start = (...args: readonly string[]) => startWith(JSON.stringify(someFacts()), ...args)

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

  it('answers all lines, however many', () => {
    const harms = ['H0', 'H1', 'H2', 'H3', 'H4'] as const
    const many = Array.from({ length: 20_000 }, (_, index) =>
      someFacts({ id: `line-${index}`, harm: harms[index % harms.length] ?? 'H0' }),
    )
    const { status, stdout } = spawnSync(process.execPath, [program, 'decide'], {
      input: many.map((facts) => JSON.stringify(facts)).join('\n'),
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    })
    const written = stdout.trimEnd().split('\n')
    expect(status).toBe(0)
    expect(written.map((line) => decisionSchema.parse(JSON.parse(line)))).toEqual(many.map(decide))
  })

  it('answers none where one is at fault, and says where', () => {
    const { status, stdout, stderr } = startWith(
      `${JSON.stringify(someFacts())}\n${JSON.stringify({ ...someFacts(), score: 7 })}\n`,
    )
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('line 2: /score: ')
  })

  it('says how it is called when it is called otherwise', () => {
    const { status, stdout, stderr } = start('--police', 'Canary')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('Did you mean --policy?')
    expect(stderr).not.toContain('Canary')
  })
})
