import { App } from 'aws-cdk-lib'
import { bundleFunctions } from './bundle.ts'
import { readModelText } from './deployed-model.ts'
import { buildHub } from './hub.ts'
import { readStageFile } from './stage.ts'

const app = new App()
const file = await readStageFile(app.node)
bundleFunctions(readModelText(app.node))
buildHub(app, file)
