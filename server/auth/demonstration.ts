import type { Role } from '../acces/roles.ts'
import { ajouterCompte, compteDuCourriel } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { hacher } from './mot-de-passe.ts'

/** One account a role; their passwords are no secret, and open made-up data on this machine alone. */
export const COMPTES_DE_DEMONSTRATION: readonly { role: Role; courriel: string; motDePasse: string; nom: string }[] = [
  { role: 'gestionnaire', courriel: 'gestionnaire@demo.exemple', motDePasse: 'demonstration', nom: 'Camille Martin' },
  { role: 'etat', courriel: 'etat@demo.exemple', motDePasse: 'demonstration', nom: 'Dominique Bernard' },
  { role: 'prefet', courriel: 'prefet@demo.exemple', motDePasse: 'demonstration', nom: 'Claude Petit' },
  { role: 'copil', courriel: 'comite@demo.exemple', motDePasse: 'demonstration', nom: 'Maxime Robert' },
  { role: 'guichet', courriel: 'guichet@demo.exemple', motDePasse: 'demonstration', nom: 'Alix Durand' },
  { role: 'partenaire', courriel: 'partenaire@demo.exemple', motDePasse: 'demonstration', nom: 'Sacha Moreau' },
]

/** Opens the accounts of the demonstration that are not there yet. */
export const ouvrirComptesDeDemonstration = async (
  etat: BaseEtat,
  territoire: string,
  service: string | null,
  instant: string,
): Promise<void> => {
  for (const { role, courriel, motDePasse, nom } of COMPTES_DE_DEMONSTRATION) {
    if ((await compteDuCourriel(etat, courriel)) !== null) continue
    const portee = { territoires: [territoire], service: role === 'guichet' ? service : null }
    const secret = { motDePasse: await hacher(motDePasse), aChanger: false, provisoireJusquA: null }
    await ajouterCompte(
      etat,
      { courriel, nom, role, ...portee, ...secret, demonstration: true },
      instant,
      'démonstration',
    )
  }
}
