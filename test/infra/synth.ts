import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { App, type Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import cdk from '../../cdk.json' with { type: 'json' }
import { bundles } from '../../infra/bundle.ts'
import { buildHub } from '../../infra/hub.ts'
import { functionNames } from '../../shared/config/functions.ts'

export type Templates = Readonly<Record<string, Template>>
type Stage = 'production' | 'local'

const context: Readonly<Record<Stage, Readonly<Record<string, string>>>> = {
  production: { stage: 'production' },
  local: { stage: 'local', port: '4566' },
}

/** Stands where the functions' bundles would: no template says more of their code than its digest. */
const writeEmptyBundles = (): void => {
  for (const name of functionNames) {
    mkdirSync(join(bundles, name), { recursive: true })
    writeFileSync(join(bundles, name, 'index.mjs'), `// ${name}\n`)
  }
}

export const appOf = (stage: Stage): { readonly app: App; readonly stacks: readonly Stack[] } => {
  writeEmptyBundles()
  const app = new App({ context: { ...cdk.context, ...context[stage] } })
  return { app, stacks: buildHub(app) }
}

/** The synthesised templates of a stage, by stack name. */
export const templatesOf = (stage: Stage): Templates =>
  Object.fromEntries(
    appOf(stage).stacks.map((stack) => [stack.stackName, Template.fromStack(stack)]),
  )

export type Resource = {
  readonly Type: string
  readonly Properties: Record<string, unknown>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

/** Every resource of a type in all stacks, by stack and logical id. */
export const resourcesOf = (
  templates: Templates,
  type: string,
): Readonly<Record<string, Resource>> =>
  Object.fromEntries(
    Object.entries(templates).flatMap(([stack, template]) =>
      Object.entries(template.findResources(type)).map(([id, resource]) => [
        `${stack}/${id}`,
        resource as Resource,
      ]),
    ),
  )
