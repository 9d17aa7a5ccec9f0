import type { Lecteur } from '../acces/lecteur.ts'
import { registreVisible } from '../acces/registre.ts'
import { adressePostaleDe, ficheDe } from '../gestion/registre/fiche.ts'
import { derniereAdresse } from '../state/documents.ts'

/** Where a letter to a service goes: what the register says, else what was typed for its latest letter; empty without either. */
export const adresseDesLettres = async (lecteur: Lecteur, territoire: string, service: string): Promise<string> => {
  const { fiches } = await registreVisible(lecteur, territoire)
  const fiche = fiches.findLast((une) => une.service === service)
  const inscrite = fiche === undefined ? '' : adressePostaleDe(ficheDe(fiche))
  return inscrite === '' ? derniereAdresse(lecteur.etat, territoire, service) : inscrite
}
