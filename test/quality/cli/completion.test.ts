import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { livePorts } from '../../../cli/hub/live-ports.ts'
import { hubProgram } from '../../../cli/hub/program.ts'

const program = fileURLToPath(new URL('../../../cli/hub.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'completion-'))
afterAll(() => rmSync(folder, { recursive: true }))

const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0
/** A file with what `hub completion SHELL` prints. */
const scriptFor = async (shell: string): Promise<string> => {
  const path = join(folder, `hub.${shell}`)
  const words = ['completion', shell]
  const terminal = {
    ports: async () => livePorts,
    print: (text: string) => writeFileSync(path, text),
    say: () => undefined,
  }
  await (await hubProgram(terminal, words)).parseAsync(words, { from: 'user' })
  return path
}

/** What bash itself offers after these words. */
const offeredBy = (script: string, ...words: readonly string[]): string[] => {
  const typed = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _hub; echo "\${COMPREPLY[*]}"`
  const { stdout } = spawnSync('bash', ['-c', typed, script, ...words], { encoding: 'utf8' })
  return stdout.trim().split(' ').filter(Boolean)
}

describe('hub completion', () => {
  it.skipIf(!isThere('bash'))(
    'completes subjects, verbs, options and their choices in bash',
    async () => {
      const script = await scriptFor('bash')
      expect(offeredBy(script, 'hub', 'cl')).toEqual(['client'])
      expect(offeredBy(script, 'hub', 'client', 're')).toEqual(['register'])
      expect(offeredBy(script, 'hub', 'client', 'register', 'a', '--pub')).toEqual(['--public-key'])
      expect(offeredBy(script, 'hub', 'token', 'hub-')).toEqual(['hub-auditor', 'hub-audit-lead'])
      expect(offeredBy(script, 'hub', 'completion', 'z')).toEqual(['zsh'])
      // Nothing of its own, so that bash offers files.
      expect(offeredBy(script, 'hub', 'client', 'register', '--public-key', '')).toEqual([])
    },
  )

  it.each(['bash', 'zsh', 'fish'].filter(isThere))('writes what %s reads', async (shell) => {
    const { status, stderr } = spawnSync(shell, ['-n', await scriptFor(shell)], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it.skipIf(!isThere('fish'))('completes in fish, with what each word is for', async () => {
    const asked = `source ${await scriptFor('fish')}; complete -C 'hub client reg'`
    const { stdout } = spawnSync('fish', ['-c', asked], { encoding: 'utf8' })
    expect(stdout).toBe('register\tlet a system in, by its public key\n')
  })
})

describe('the command hub, piped to whoever reads only its beginning', () => {
  it.skipIf(!isThere('bash'))('ends in silence', () => {
    const piped = `"${process.execPath}" "${program}" completion bash | head -n 1`
    const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', piped], {
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '# eval "$(hub completion bash)"\n',
      stderr: '',
    })
  })
})
