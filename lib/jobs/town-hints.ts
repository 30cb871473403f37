import 'server-only'
import type { Values } from '../forms'
import { formatPlace, parsePlace } from '../places/place'
import { likelyTown } from '../places/towns'

/** Asks about towns that look like a slip for another of the same state. @param values as typed; gaps are allowed */
export const listTownHints = (values: Values): string[] =>
  String(values.places ?? '')
    .split('\n')
    .flatMap((line) => {
      const place = parsePlace(line)
      const likely = place && likelyTown(place)
      if (!place || !likely) return []
      return [
        `“${formatPlace(place)}” is in no list of towns. Did you mean ${likely.name}? As it is, it is found by its state only.`,
      ]
    })
