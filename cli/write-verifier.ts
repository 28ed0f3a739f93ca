// Writes the verifier as one file, hub-verify.mjs, into this folder or that which is named.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleVerifier } from './verify/bundle-verifier.ts'

const path = join(process.argv[2] ?? '.', 'hub-verify.mjs')
const text = await bundleVerifier()
await writeFile(path, text)
process.stdout.write(`${path}: ${Buffer.byteLength(text)} bytes\n`)
