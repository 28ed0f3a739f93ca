import { readdir, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { run } from '../local/run.ts'
import { PlainError, say } from '../local/say.ts'
import { ensureVenv } from '../local/venv.ts'

// Synthesises the production templates and has cfn-lint read them; any error fails.
const assembly = resolve('.local', 'assembly-lint')
const log = resolve('.local', 'lint-templates.log')
await rm(log, { force: true })
try {
  const commands = await ensureVenv()
  await run([resolve('node_modules', '.bin', 'cdk'), 'synth', '--quiet', '--output', assembly], {
    log,
  })
  const files = await readdir(assembly)
  const templates = files
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => resolve(assembly, file))
  await run([resolve(commands, 'cfn-lint'), '--non-zero-exit-code', 'error', ...templates], { log })
  say(`${templates.length} templates, no errors`)
} catch (error) {
  say(error instanceof PlainError ? error.message : String(error))
  process.exitCode = 1
} finally {
  await rm(assembly, { recursive: true, force: true })
}
