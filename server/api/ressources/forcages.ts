import { z } from 'zod'
import { debutMois, finMois } from '../../../ingest/socle/jour.ts'
import { STATUTS } from '../../../metrics/resultat.ts'
import { COLONNES_FORCAGES, ecrireForcages } from '../../../reports/tableau/forcages.ts'
import { exporterForcages } from '../../acces/porte/forcages.ts'
import { instantDe } from '../../horloge.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, PAGE, parametre } from '../schema.ts'
import { sujetDe } from '../sujet.ts'

const statut = z.enum(STATUTS).nullable()

const demandeForcee = z.object({
  numero_unique: z.string(),
  guichet: z.string(),
  date_enregistrement: jour,
  motif_forcage: z.string().nullable(),
  numero_unique_rapproche: z.string().nullable(),
  active: z.boolean(),
  jours_de_cloture: z.int().nullable(),
  injustifiee: z.boolean(),
  signaux: z.array(z.string()),
})

/** Forcing by guichet in a month, through the door. */
export const forcages = defineRessource({
  chemin: 'forcages',
  nom: 'ForcagesDuGuichet',
  titre: 'Forçages par guichet',
  resume: 'Ce que chaque guichet a forcé en un mois, et les demandes dont le forçage paraît injustifié.',
  nominative: true,
  parametres: z.object({ territoire: parametre.territoire, mois: parametre.mois, ...PAGE }),
  colonnes: COLONNES_FORCAGES,
  ligne: ligneDe(COLONNES_FORCAGES, {
    guichet: z.string(),
    libelle: z.string(),
    statut_affiche: statut,
    numeros: z.string(),
    demandes: z.array(demandeForcee),
  }),
  lire: async ({ lecteur, parametres, tranche, forme, maintenant }) => {
    const { territoire, calcule } = await sujetDe(lecteur, parametres)
    const { mois } = calcule
    const periode = { territoire, debut: debutMois(mois), fin: finMois(mois) }
    const demande = { instant: instantDe(maintenant), forme: `API, ${forme}`, filtre: { mois }, tranche }
    const { lignes, total } = await exporterForcages(lecteur, periode, demande)
    return { total, lignes: lignes.map((ligne) => ({ ...ecrireForcages(ligne), demandes: ligne.demandes })) }
  },
})
