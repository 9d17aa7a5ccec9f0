import { z } from 'zod'
import { estMois } from '../../../ingest/socle/jour.ts'
import { colonnesRequete, lignesRequete } from '../../../reports/tableau/requete.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import type { RequeteVue } from '../../../web/requetes-vue.ts'
import { travailDeRequete } from '../../acces/porte/requetes.ts'
import { instantDe } from '../../horloge.ts'
import { choixDesParametres, lireRequetesVues, parametresChoisis } from '../../lecture/requetes.ts'
import { atelierDe } from '../../requetes/atelier.ts'
import { DemandeImpossible, introuvable } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const enLigne = (territoire: string, requete: RequeteVue) => ({
  id: requete.id,
  territoire,
  titre: requete.titre,
  description: requete.description,
  sql: requete.sql,
  partagee: requete.partagee,
  au_tableau_de_bord: requete.epinglee,
  auteur: requete.auteur,
  modifiee_le: requete.modifieeLe,
  versions: requete.versions.length,
})

const COLONNES: readonly ColonneTableau<ReturnType<typeof enLigne>>[] = [
  { nom: 'id', intitule: 'Numéro de la requête', type: 'entier' },
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'titre', intitule: 'Titre', type: 'texte' },
  { nom: 'description', intitule: 'Description', type: 'texte' },
  { nom: 'sql', intitule: 'Texte, en SQL', type: 'texte' },
  { nom: 'partagee', intitule: 'Partagée', type: 'booleen' },
  { nom: 'au_tableau_de_bord', intitule: 'Au tableau de bord', type: 'booleen' },
  { nom: 'auteur', intitule: 'Auteur', type: 'texte' },
  { nom: 'modifiee_le', intitule: 'Modifiée le', type: 'jour' },
  { nom: 'versions', intitule: 'Versions', type: 'entier' },
]

/** The free queries kept that the person may run: their own, and those shared in the territory. */
export const requetes = defineRessource({
  chemin: 'requetes',
  nom: 'RequeteLibre',
  titre: 'Requêtes libres',
  resume: 'Les requêtes enregistrées que la personne peut exécuter : les siennes, et celles que le territoire partage.',
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, {
    id: z.int(),
    territoire: z.string(),
    titre: z.string(),
    sql: z.string(),
    partagee: z.boolean(),
    au_tableau_de_bord: z.boolean(),
    modifiee_le: jour,
    versions: z.int(),
  }),
  lire: async ({ lecteur, parametres, tranche }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const vues = await lireRequetesVues(lecteur, territoire)
    return pageDe(
      vues.map(({ vue }) => enLigne(territoire, vue)),
      tranche,
    )
  },
})

/** What a kept query gives now, to who asks: in their own scope, within the same bounds as on its page. */
export const resultatsDeRequete = defineRessource({
  chemin: 'requetes/resultats',
  nom: 'ResultatDeRequete',
  titre: 'Résultat d’une requête libre',
  resume:
    'Ce que donne une requête enregistrée, exécutée avec la portée et les bornes de qui la demande ; ses colonnes sont celles de son texte.',
  nominative: true,
  parametres: z.object({
    territoire: parametre.territoire,
    requete: z.coerce.number().int().positive().describe('Numéro de la requête.'),
    mois: parametre.mois,
    guichet: parametre.guichet,
    ...PAGE,
  }),
  colonnes: [] as readonly ColonneTableau<Readonly<Record<string, unknown>>>[],
  ligne: z.object({}).catchall(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  lire: async ({ lecteur, parametres, tranche, maintenant, forme }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const trouvee = (await lireRequetesVues(lecteur, territoire)).find(({ vue }) => vue.id === parametres.requete)
    if (trouvee === undefined) throw introuvable('Aucune requête de ce numéro ne vous est ouverte.')
    const { mois, guichet } = parametres
    const choisis = { mois: mois !== undefined && estMois(mois) ? mois : undefined, guichet }
    const question = {
      territoire,
      texte: trouvee.vue.sql,
      parametres: parametresChoisis(await choixDesParametres(lecteur.base, territoire), choisis),
    }
    const pourquoi = { action: 'EXPORT', instant: instantDe(maintenant), forme } as const
    const duree = lecteur.reglages.pour(territoire).secondes_requete * 1000
    const travail = travailDeRequete(lecteur, question, pourquoi, duree)
    const issue = await atelierDe(lecteur.base).lancer(lecteur.acces.qui, null, travail, maintenant.getTime()).finie
    if ('refus' in issue)
      throw new DemandeImpossible('parametre-invalide', `${issue.refus.phrase} ${issue.refus.suite}`)
    return { ...pageDe(lignesRequete(issue), tranche), colonnes: colonnesRequete(issue) }
  },
})
