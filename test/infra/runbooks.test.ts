import { existsSync, readFileSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { everyFunction } from '../../shared/config/functions.ts'

const stepsOf = (name: string): readonly number[] => {
  const [, steps = ''] = readFileSync(`docs/runbooks/${name}.md`, 'utf8').split('\n## Do\n')
  return [...steps.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
}

/** What the table says of one runbook: the steps that are played, with the tests, and those that are not. */
const toldOf = (name: string) => {
  const table = readFileSync('docs/runbooks/README.md', 'utf8')
  const line = table.split('\n').find((one) => one.startsWith(`| ${name} |`)) ?? ''
  const [, , played = '', not = ''] = line.split('|')
  const tests = [...played.matchAll(/(\d+): `([^`]+)`/g)]
  const others = [...not.matchAll(/(\d+) [PLAC]/g)]
  return {
    files: tests.map(([, , file = '']) => file),
    steps: [...tests, ...others].map(([, number]) => Number(number)).toSorted((a, b) => a - b),
  }
}

/** What more than one function has. */
const others = ['quarantine', 'reconcile-concerns']

describe.each([...everyFunction, ...others])('%s', (name) => {
  it('has the runbook that its alarms name', async () => {
    await expect(access(`docs/runbooks/${name}.md`)).resolves.toBeUndefined()
  })

  it('has every step of its runbook played by a test, or said why not', () => {
    const { files, steps } = toldOf(name)
    expect(steps).toEqual(stepsOf(name))
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })
})
