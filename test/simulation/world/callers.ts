import {
  drugService,
  northmoor,
  otherService,
  westmarch,
  westmarchRegister,
} from '../../builders/clients.ts'

export { drugService, northmoor, otherService, westmarch, westmarchRegister }

export const northmoorRegister = {
  ...westmarchRegister,
  clientId: 'northmoor-register',
  agency: northmoor.agency,
  agencyName: northmoor.agencyName,
  ...(northmoor.authority !== undefined && { authority: northmoor.authority }),
}
