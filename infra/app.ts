import { App } from 'aws-cdk-lib'
import { bundleFunctions } from './bundle.ts'
import { buildHub } from './hub.ts'

bundleFunctions()
buildHub(new App())
