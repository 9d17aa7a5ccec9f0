import { z } from 'zod'
import { debutMois, finMois, moisPlus } from '../../../ingest/socle/jour.ts'
import { NATURES, type Nature } from '../../../metrics/attributions/signalees.ts'
import type { Enregistrement } from '../../../metrics/enregistrements.ts'
import { indicateurDe } from '../../../metrics/registry.ts'
import { COLONNES_SIGNALEES } from '../../../reports/tableau/attributions.ts'
import { tableauDesDossiers } from '../../../reports/tableau/enregistrements.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { demanderEnregistrements } from '../../acces/porte/enregistrements.ts'
import { demanderSignalees } from '../../acces/porte/signalees.ts'
import { instantDe } from '../../horloge.ts'
import { DemandeImpossible } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, mois, PAGE, parametre } from '../schema.ts'
import { sujetDe } from '../sujet.ts'
import { attributionsMesurees } from './attributions.ts'
import { indicateur } from './indicateurs.ts'

const COLONNES: readonly ColonneTableau<Enregistrement>[] = [{ nom: 'mois', intitule: 'Mois', type: 'texte' }]

/** The records behind a figure, through the door: its columns are those that explain the indicator. */
export const enregistrements = defineRessource({
  chemin: 'enregistrements',
  nom: 'Enregistrement',
  titre: 'Enregistrements d’un chiffre',
  resume:
    'Les enregistrements que compte un chiffre, avec leur numéro unique et les colonnes qui l’expliquent. Chaque demande est consignée au journal.',
  nominative: true,
  parametres: z.object({
    territoire: parametre.territoire,
    mois: parametre.mois,
    duree: z
      .enum(['1', '12'])
      .default('1')
      .describe('1 : ceux du mois ; 12 : ceux des douze mois qui finissent avec lui.'),
    indicateur: indicateur.describe('Code d’un indicateur.'),
    niveau: parametre.niveau,
    entite: parametre.entite,
    tous: z.enum(['oui', 'non']).default('non').describe('oui : ceux du dénominateur.'),
    ...PAGE,
  }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, { mois }).loose(),
  lire: async ({ lecteur, parametres, tranche, forme, maintenant }) => {
    const { indicateur: code, niveau = 'TERRITOIRE', duree, tous } = parametres
    const { territoire, calcule } = await sujetDe(lecteur, parametres)
    const entite = parametres.entite ?? (niveau === 'TERRITOIRE' ? territoire : undefined)
    if (entite === undefined)
      throw new DemandeImpossible('parametre-invalide', 'À ce niveau, dire l’entité par « entite ».')
    if (indicateurDe(code)?.niveaux.includes(niveau) !== true)
      throw new DemandeImpossible('parametre-invalide', 'Cet indicateur n’a pas de chiffres à ce niveau.')
    const demande = {
      territoire,
      indicateur: code,
      niveau,
      entite,
      debut: debutMois(duree === '12' ? moisPlus(calcule.mois, -11) : calcule.mois),
      fin: finMois(calcule.mois),
      tous: tous === 'oui',
    }
    const instant = instantDe(maintenant)
    const pourquoi = { action: 'EXPORT', instant, forme: `API, ${forme}`, tranche } as const
    const donnes = await demanderEnregistrements(lecteur, demande, pourquoi)
    const { colonnes } = tableauDesDossiers(donnes, { maintenant: instant, version: '' })
    return { ...donnes, colonnes }
  },
})

const nature = z.enum(Object.keys(NATURES) as [Nature, ...Nature[]])

/** The radiations of attributions that ask to be looked at, through the door. */
export const signalees = defineRessource({
  chemin: 'attributions/signalees',
  nom: 'AttributionSignalee',
  titre: 'Attributions à regarder',
  resume: 'Les radiations pour attribution qui demandent à être regardées, avec leur numéro unique.',
  nominative: true,
  parametres: z.object({
    territoire: parametre.territoire,
    mois: parametre.mois,
    nature: nature.default('ANTERIEURE').describe('Ce qui les fait signaler.'),
    ...PAGE,
  }),
  colonnes: COLONNES_SIGNALEES,
  ligne: ligneDe(COLONNES_SIGNALEES, { numero_unique: z.string() }),
  lire: async ({ lecteur, parametres, tranche, forme, maintenant }) => {
    const sujet = await sujetDe(lecteur, parametres)
    const etat = await attributionsMesurees(sujet)
    return demanderSignalees(lecteur, {
      territoire: sujet.territoire,
      etat,
      nature: parametres.nature,
      instant: instantDe(maintenant),
      forme: `API, ${forme}`,
      tranche,
    })
  },
})
