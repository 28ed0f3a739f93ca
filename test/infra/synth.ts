import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { App, type Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import cdk from '../../cdk.json' with { type: 'json' }
import { bundles } from '../../infra/bundle.ts'
import { buildHub } from '../../infra/hub.ts'
import { stage as england } from '../../infra/stages/england.ts'
import { stage as local } from '../../infra/stages/local.ts'
import type { StageFile } from '../../infra/stages/stage-file.ts'
import { everyFunction } from '../../shared/config/functions.ts'

export type Templates = Readonly<Record<string, Template>>
type Stage = 'production' | 'local'

/** Production as it would be for those whom the local stage serves, so that the two can be compared. */
const files: Readonly<Record<Stage, StageFile>> = {
  production: { ...local, edge: england.edge },
  local,
}

/** Stands where the functions' bundles would: no template says more of their code than its digest. */
const writeEmptyBundles = (): void => {
  for (const name of everyFunction) {
    mkdirSync(join(bundles, name), { recursive: true })
    writeFileSync(join(bundles, name, 'index.mjs'), `// ${name}\n`)
  }
}

export const appOfFile = (
  file: StageFile,
): { readonly app: App; readonly stacks: readonly Stack[] } => {
  writeEmptyBundles()
  const app = new App({ context: { ...cdk.context, port: '4566' } })
  return { app, stacks: buildHub(app, file) }
}

export const appOf = (stage: Stage): ReturnType<typeof appOfFile> => appOfFile(files[stage])

/** The synthesised templates of a stage, by stack name. */
export const templatesOfFile = (file: StageFile): Templates =>
  Object.fromEntries(
    appOfFile(file).stacks.map((stack) => [stack.stackName, Template.fromStack(stack)]),
  )

const made = new Map<Stage, Templates>()

/** Made once a worker: nothing of them changes. */
export const templatesOf = (stage: Stage): Templates => {
  const templates = made.get(stage) ?? templatesOfFile(files[stage])
  made.set(stage, templates)
  return templates
}

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
