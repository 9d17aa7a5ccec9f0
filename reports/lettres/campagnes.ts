import { formatDate, formatJour } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { LigneRevue } from '../../web/habilitation-vue.ts'
import { montrerValeur } from '../../web/modeles/registre.ts'
import { champDeFiche, type Fiche, NOMS_DES_CHAMPS } from '../../web/registre.ts'
import { type Bloc, brut, paragraphe } from '../document.ts'
import type { Valeurs } from './remplir.ts'

/** What every letter of a yearly campaign says: to whom, where it goes, by when it is answered. */
export interface EnvoiDeCampagne {
  readonly service: string
  readonly adresse: string
  readonly annee: number
  readonly echeance: Jour
  readonly territoire: string
  readonly auteur: string
  readonly jour: Jour
}

const communs = (envoi: EnvoiDeCampagne): Valeurs => ({
  territoire: envoi.territoire,
  date: formatDate(envoi.jour),
  auteur: envoi.auteur,
  service: envoi.service,
  adresse: envoi.adresse,
  annee: String(envoi.annee),
  echeance: formatDate(envoi.echeance),
})

/** The agents to be told of, with a place to answer by hand. */
const tableDesAgents = (lignes: readonly LigneRevue[]): Bloc[] =>
  lignes.length === 0
    ? [
        paragraphe(
          'Je n’ai noté aucun agent habilité dans votre service. Merci de le confirmer, ou de me dire qui l’est.',
        ),
      ]
    : [
        {
          sorte: 'table',
          titre: fr(
            `${compte(lignes.length, 'agent')} : garder son accès, le fermer, parti le (son dernier jour), ou inconnu`,
          ),
          colonnes: [
            { intitule: 'Agent', part: 2.2 },
            { intitule: 'Profil', part: 1.7 },
            { intitule: 'Accès depuis', part: 1.3 },
            { intitule: 'Votre réponse', part: 2.8 },
          ],
          lignes: lignes.map(({ agent, profil, ouverteLe }) => [
            brut(agent),
            brut(profil),
            brut(formatJour(ouverteLe)),
            brut(''),
          ]),
          note: '',
        },
      ]

/** What the fields of the letter of a review of the habilitations are, and of its reminder. */
export const valeursDeRevue = (
  envoi: EnvoiDeCampagne,
  { lignes, envoyeeLe }: { readonly lignes: readonly LigneRevue[]; readonly envoyeeLe: Jour },
): Valeurs => ({ ...communs(envoi), envoyee_le: formatDate(envoyeeLe), agents: tableDesAgents(lignes) })

const tableDeLaFiche = (fiche: Fiche): Bloc => ({
  sorte: 'table',
  titre: 'Ce que dit la fiche',
  colonnes: [
    { intitule: 'Champ', part: 1.3 },
    { intitule: 'Ce qui est inscrit', part: 3 },
    { intitule: 'Ce qui change', part: 2.2 },
  ],
  lignes: NOMS_DES_CHAMPS.filter((nom) => champDeFiche(nom).propose === true || fiche[nom] !== '').map((nom) => [
    brut(champDeFiche(nom).libelle),
    brut(fr(montrerValeur(nom, fiche[nom]))),
    brut(''),
  ]),
  note: '',
})

/** What the fields of the letter that asks a service to confirm its sheet are, and of its reminder. */
export const valeursDeConfirmation = (envoi: EnvoiDeCampagne, fiche: Fiche): Valeurs => ({
  ...communs(envoi),
  fiche: [tableDeLaFiche(fiche)],
})
