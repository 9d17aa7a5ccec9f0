import { z } from 'zod'
import type { Guichet } from '../../../ingest/store/guichet.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, PAGE, parametre } from '../schema.ts'
import { sujetDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const COLONNES: readonly ColonneTableau<Guichet>[] = [
  { nom: 'code', intitule: 'Guichet', type: 'texte' },
  { nom: 'libelle', intitule: 'Libellé', type: 'texte' },
  { nom: 'categorie', intitule: 'Catégorie', type: 'texte' },
  { nom: 'service_code', intitule: 'Service enregistreur', type: 'texte' },
  { nom: 'service_libelle', intitule: 'Libellé du service', type: 'texte' },
  { nom: 'siren', intitule: 'SIREN', type: 'texte' },
  { nom: 'mode', intitule: 'Mode', type: 'texte' },
  { nom: 'date_ouverture', intitule: 'Ouvert le', type: 'jour' },
  { nom: 'date_fermeture', intitule: 'Fermé le', type: 'jour' },
  { nom: 'successeur', intitule: 'Successeur', type: 'texte' },
  { nom: 'adresse', intitule: 'Adresse', type: 'texte' },
  { nom: 'code_postal', intitule: 'Code postal', type: 'texte' },
  { nom: 'commune', intitule: 'Commune', type: 'texte' },
  { nom: 'telephone', intitule: 'Téléphone', type: 'texte' },
  { nom: 'courriel', intitule: 'Courriel', type: 'texte' },
  { nom: 'horaires', intitule: 'Horaires', type: 'texte' },
]

const CONNUS = { code: z.string(), libelle: z.string() }

/** The register of a month, as far as the person sees guichets one by one. */
export const guichets = defineRessource({
  chemin: 'guichets',
  nom: 'Guichet',
  titre: 'Guichets',
  resume: 'Le registre des guichets d’un mois : tous, ou ceux de son service.',
  parametres: z.object({ territoire: parametre.territoire, mois: parametre.mois, ...PAGE }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, CONNUS),
  lire: async ({ lecteur, parametres, tranche }) => {
    const { portee } = await sujetDe(lecteur, parametres)
    const vide = Object.fromEntries(COLONNES.map(({ nom }) => [nom, null]))
    return pageDe(
      portee.guichets.map((guichet) => ({ ...vide, ...guichet })),
      tranche,
    )
  },
})
