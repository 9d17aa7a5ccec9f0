import type { FaitVu } from '../../../web/components/agenda/faits.tsx'
import { minuteDe } from '../../horloge.ts'
import type { Agenda } from './lire.ts'

/** What was recorded, the latest first, as the page tells it. */
export const faitsVus = ({ faits, echeances, services }: Agenda, nommer: (qui: string) => string): FaitVu[] => {
  const objets = new Map(echeances.map(({ obligation, periode, objet }) => [`${obligation} ${periode}`, objet]))
  const noms = new Map(services.map(({ code, libelle }) => [code, libelle]))
  return faits.toReversed().map((fait) => ({
    id: fait.id,
    obligation: fait.obligation,
    objet: objets.get(`${fait.obligation} ${fait.periode}`) ?? fait.periode,
    service: fait.service === null ? null : (noms.get(fait.service) ?? fait.service),
    faitLe: fait.fait_le,
    texte: fait.texte,
    par: nommer(fait.par),
    le: minuteDe(fait.le),
    retire:
      fait.retire_par === null || fait.retire_le === null
        ? null
        : { par: nommer(fait.retire_par), le: minuteDe(fait.retire_le) },
  }))
}
