import { App } from 'aws-cdk-lib'
import { bundleConsole, bundleFunctions } from './bundle.ts'
import { readModelText } from './deployed-model.ts'
import { readPlacesText } from './deployed-places.ts'
import { buildHub } from './hub.ts'
import { readStageFile } from './stage.ts'
import { stageFileSchema } from './stages/stage-file.ts'

const app = new App()
const file = await readStageFile(app.node)
const stage = stageFileSchema.parse(file)
bundleFunctions(readModelText(app.node), readPlacesText(stage))
if (stage.console !== undefined) bundleConsole(stage)
buildHub(app, file)
