import { readdir, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { run } from '../local/run.ts'
import { PlainError, say } from '../local/say.ts'
import { ensureVenv } from '../local/venv.ts'
import { keysOf } from '../shared/kernel/keys-of.ts'

// Synthesises the production templates, and those of what stands beside the hub, and has cfn-lint read them; any error fails.
const assemblies = {
  hub: resolve('.local', 'assembly-lint'),
  beside: resolve('.local', 'assembly-lint-beside'),
}
const toEach = { hub: [], beside: ['--app', 'node infra/recovery.ts'] } as const
const log = resolve('.local', 'lint-templates.log')

/** Queues of a run of authorities stand in a stack of their own, each made by the same code: one of them is read for all. */
const ofAuthorities = /^hub-alerts-[A-Z]\d{2}-\d+\./
const toRead = (files: readonly string[]): readonly string[] => {
  const templates = files.filter((file) => file.endsWith('.template.json'))
  const alike = templates.filter((file) => ofAuthorities.test(file))
  return [...templates.filter((file) => !alike.includes(file)), ...alike.slice(-1)]
}

await rm(log, { force: true })
try {
  const commands = await ensureVenv()
  const cdk = resolve('node_modules', '.bin', 'cdk')
  const templates: string[] = []
  for (const name of keysOf(assemblies)) {
    const assembly = assemblies[name]
    await run([cdk, 'synth', '--quiet', '--output', assembly, ...toEach[name]], { log })
    const files = await readdir(assembly)
    templates.push(...toRead(files).map((file) => resolve(assembly, file)))
  }
  await run([resolve(commands, 'cfn-lint'), '--non-zero-exit-code', 'error', ...templates], { log })
  say(`${templates.length} templates, no errors`)
} catch (error) {
  say(error instanceof PlainError ? error.message : String(error))
  process.exitCode = 1
} finally {
  for (const assembly of Object.values(assemblies))
    await rm(assembly, { recursive: true, force: true })
}
