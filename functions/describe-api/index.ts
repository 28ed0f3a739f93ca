import { readEnvironment } from '../../shared/config/environment.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

export const handler = createHandler({
  issuer: readEnvironment('describe-api', process.env).ISSUER,
  log: createLog('describe-api'),
  now: () => new Date(),
})
