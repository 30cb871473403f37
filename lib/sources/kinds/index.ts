import type { ImportKind } from '../import/types'
import { cpsAge, cpsPeople } from './cps'
import { crosswalkAcs, crosswalkOnet } from './crosswalks'
import { education } from './education'
import { elsewhere } from './elsewhere'
import { fieldsOfStudy } from './fields-of-study'
import { oews } from './oews'
import { onetRelated, onetTasks, onetTechnology, onetTitles, onetZones } from './onet-lists'
import { onetExperience, onetSkills } from './onet-ratings'
import { projections } from './projections'

/** Every kind of file that can be imported. */
export const KINDS: readonly ImportKind[] = [
  oews,
  projections,
  education,
  cpsPeople,
  cpsAge,
  crosswalkOnet,
  crosswalkAcs,
  onetTitles,
  onetSkills,
  onetTechnology,
  onetExperience,
  onetZones,
  onetRelated,
  onetTasks,
  fieldsOfStudy,
  elsewhere,
]
