import { lireRegistre, type RegistreRange } from '../state/registre.ts'
import { exigerTerritoire, type Lecteur } from './lecteur.ts'

const VIDE: RegistreRange = { fiches: [], conventions: [], confirmations: [], ecarts: [] }

/** What of the register a person may read: all of it for who keeps the territory and for the State, a service its own sheet. */
export const registreVisible = async (lecteur: Lecteur, territoire: string): Promise<RegistreRange> => {
  exigerTerritoire(lecteur, territoire)
  const { role, service } = lecteur.acces
  if (role === 'gestionnaire' || role === 'etat') return lireRegistre(lecteur.etat, territoire)
  if (role !== 'guichet' || service === null) return VIDE
  const { fiches, conventions, confirmations } = await lireRegistre(lecteur.etat, territoire)
  const sien = (ligne: { readonly service: string }): boolean => ligne.service === service
  return {
    fiches: fiches.filter(sien),
    conventions: conventions.filter(sien),
    confirmations: confirmations.filter(sien),
    ecarts: [],
  }
}
