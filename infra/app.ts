import { App } from 'aws-cdk-lib'
import { bundleFunctions } from './bundle.ts'
import { readModelText } from './deployed-model.ts'
import { buildHub } from './hub.ts'

const app = new App()
bundleFunctions(readModelText(app.node))
buildHub(app)
