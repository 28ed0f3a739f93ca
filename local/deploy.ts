import { readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as z from 'zod'
import type { Emulator } from './emulator.ts'
import { run } from './run.ts'
import { step } from './say.ts'

/** What the deployed stacks say of themselves, by stack and output name. */
export type StackOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>

const outputsSchema = z.record(z.string(), z.record(z.string(), z.string()))

/** Deploys the real CDK app, local stage, with the pinned CLI; its words go to a log. */
export const deployStacks = async (emulator: Emulator, issuer: string): Promise<StackOutputs> => {
  const log = resolve('.local', `deploy-${emulator.port}.log`)
  await rm(log, { force: true })
  const quickly = { CDK_DISABLE_VERSION_CHECK: '1', CDK_VALIDATION: 'false' }
  const env = { ...process.env, ...emulator.environment, ...quickly }
  const cdk = resolve('node_modules', '.bin', 'cdk')
  const settings = ['stage=infra/stages/local.ts', `port=${emulator.port}`, `issuer=${issuer}`]
  const context = settings.flatMap((setting) => ['-c', setting])
  const assembly = resolve('.local', `assembly-${emulator.port}`)
  const outputs = resolve('.local', `outputs-${emulator.port}.json`)
  await step('bundling the functions and writing the templates', () =>
    run([cdk, 'synth', '--quiet', '--output', assembly, ...context], { log, env }),
  )
  const account = 'aws://000000000000/eu-west-2'
  await step('preparing the emulator for the CDK', () =>
    run([cdk, 'bootstrap', account, '--app', assembly], { log, env }),
  )
  await step('deploying the stacks', () =>
    run(
      [
        cdk,
        'deploy',
        '--all',
        '--app',
        assembly,
        '--concurrency',
        '4',
        '--require-approval',
        'never',
        '--outputs-file',
        outputs,
      ],
      { log, env },
    ),
  )
  await rm(assembly, { recursive: true, force: true })
  return outputsSchema.parse(JSON.parse(await readFile(outputs, 'utf8')))
}
