import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  _clients: Readonly<Record<string, unknown>>,
  environment: Environment<'describe-api'>,
  { log, now }: World,
) => createHandler({ issuer: environment.ISSUER, log, now })
