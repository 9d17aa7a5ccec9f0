import { compterTraductions, type Profil } from '../../ingest/contract/profil.ts'
import { remplacerProfil } from '../../ingest/store/profils.ts'
import { exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { consigner } from '../state/journal.ts'
import { aTour } from './tour.ts'

/** Keeps another profile for a territory that the person covers, or none where it translates nothing; the audit log says so. */
export const changerProfil = (lecteur: Lecteur, territoire: string, profil: Profil, instant: string): Promise<void> => {
  exigerTerritoire(lecteur, territoire)
  const { base, etat, acces } = lecteur
  return aTour(base, async () => {
    await remplacerProfil(base, territoire, profil, instant)
    const { qui, role } = acces
    const detail = { cle: 'profil d’import', ...compterTraductions(profil) }
    await consigner(etat, { instant, qui, role, action: 'REGLAGE', territoire, detail })
  })
}
