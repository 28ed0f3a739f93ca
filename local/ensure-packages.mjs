// Runs before anything else, on whatever Node is there, with nothing installed: so plain JavaScript, Node's own modules.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const stampFile = 'node_modules/.packages.sha256'
const stamp = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const isCurrent = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp

if (!isCurrent) {
  process.stderr.write('· packages (npm ci) … ')
  const startedAt = Date.now()
  const npm = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  )
  if (npm.status !== 0) {
    process.stderr.write(`failed\n${npm.stderr ?? ''}${npm.error?.message ?? ''}\n`)
    process.exit(1)
  }
  mkdirSync('node_modules', { recursive: true })
  writeFileSync(stampFile, stamp)
  process.stderr.write(`${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`)
}
