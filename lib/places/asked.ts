import 'server-only'
import { formatPlace, parsePlace, stateOf } from './place'
import { STATES } from './states'
import { findTown, findTownAnywhere, type Town } from './towns'

/** A place that a reader looks for: a state, or a town in it. `label` says it in full. */
export type AskedPlace = { region: string; state: string; label: string; town?: string; at?: Town }

const asState = (region: string): AskedPlace => {
  const state = STATES.get(region) ?? region
  return { region, state, label: state }
}

/**
 * Reads what was typed into the field for a place: `CO`, `Georgia`, `Denver, CO`, or `Denver`, which means the largest
 * town of that name.
 * @returns undefined for what is neither a state nor a known town of the United States; a town that is not known is
 *   taken as text where its state is named
 */
export function readAskedPlace(text: string): AskedPlace | undefined {
  const region = stateOf(text)
  if (region) return asState(region)
  const place = parsePlace(text)
  if (place?.country === 'US' && place.region && place.town) {
    const at = findTown(place)
    const town = at?.name ?? place.town
    const label = formatPlace({ ...place, town })
    return { ...asState(place.region), label, town, ...(at ? { at } : {}) }
  }
  const found = place || text.includes(',') ? undefined : findTownAnywhere(text)
  if (!found) return undefined
  const { name } = found.town
  const label = formatPlace({ country: 'US', region: found.region, town: name })
  return { ...asState(found.region), label, town: name, at: found.town }
}
