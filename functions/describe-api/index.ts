import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('describe-api', process.env)

export const handler = wire({}, environment, worldOf('describe-api'))
