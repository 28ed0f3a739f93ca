import { App } from 'aws-cdk-lib'
import { buildHub } from './hub.ts'

buildHub(new App())
