import { z } from 'zod'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { consulterSignalements } from '../../acces/porte/signalements.ts'
import { instantDe } from '../../horloge.ts'
import { ETAPES_SIGNALEMENT, type EtapeSignalement } from '../../state/signalements.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'

interface SignalementLu {
  readonly id: number
  readonly territoire: string
  readonly service: string | null
  readonly numeros: readonly string[]
  readonly garde: string
  readonly motif: string
  readonly etape: EtapeSignalement
  readonly le: string
}

const COLONNES: readonly ColonneTableau<SignalementLu>[] = [
  { nom: 'id', intitule: 'Signalement', type: 'entier' },
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'service', intitule: 'Service enregistreur', type: 'texte' },
  { nom: 'numeros', intitule: 'Numéros uniques', type: 'json' },
  { nom: 'garde', intitule: 'Numéro à garder', type: 'texte' },
  { nom: 'motif', intitule: 'Motif', type: 'texte' },
  { nom: 'etape', intitule: 'Étape', type: 'texte' },
  { nom: 'le', intitule: 'Depuis le', type: 'texte' },
]

const etape = z.enum(Object.keys(ETAPES_SIGNALEMENT) as [EtapeSignalement, ...EtapeSignalement[]])

/** The duplicates that guichets reported, a guichet's own alone, through the door. */
export const signalements = defineRessource({
  chemin: 'signalements',
  nom: 'Signalement',
  titre: 'Signalements de doublons',
  resume: 'Les doublons que des guichets ont signalés, et où en est chacun ; un guichet lit les siens.',
  nominative: true,
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, { id: z.int(), numeros: z.array(z.string()), garde: z.string(), etape }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const { lignes, total } = await consulterSignalements(lecteur, territoire, instantDe(maintenant), tranche)
    return {
      total,
      lignes: lignes.map(({ etapes, ...signalement }) => {
        const derniere = etapes.at(-1)
        return { ...signalement, etape: derniere?.etape ?? 'DEPOSE', le: derniere?.le ?? '' }
      }),
    }
  },
})
