import { type Instantane, listInstantanes } from '../../../ingest/store/instantanes.ts'
import type { Format } from '../../../reports/tableau/formats.ts'
import { writeTableau } from '../../../reports/tableau/formats.ts'
import type { Tableau } from '../../../reports/tableau/tableau.ts'
import type { Environnement } from '../environnement.ts'
import { writeAnswer } from '../sortie.ts'

type Ligne = Pick<
  Instantane,
  'territoire' | 'date' | 'source' | 'synthetique' | 'demandes' | 'importe_le' | 'empreintes' | 'clos'
>

const tableau = (lignes: readonly Ligne[]): Tableau<Ligne> => ({
  titre: 'Instantanés',
  colonnes: [
    { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
    { nom: 'date', intitule: 'Date', type: 'jour' },
    { nom: 'source', intitule: 'Source', type: 'texte' },
    { nom: 'synthetique', intitule: 'Données fictives', type: 'booleen' },
    { nom: 'demandes', intitule: 'Demandes', type: 'entier' },
    { nom: 'importe_le', intitule: 'Importé le', type: 'texte' },
    { nom: 'empreintes', intitule: 'Empreintes', type: 'json' },
    { nom: 'clos', intitule: 'Clos', type: 'booleen' },
  ],
  lignes,
})

/** Lists the loaded snapshots. */
export const instantanes = async (
  env: Environnement,
  options: { base: string; format: Format; sortie?: string },
): Promise<void> => {
  const lignes = await env.avecBase(options.base, async (base) =>
    (await listInstantanes(base.connection)).map(
      ({ territoire, date, source, synthetique, demandes, importe_le, empreintes, clos }) => ({
        territoire,
        date,
        source,
        synthetique,
        demandes,
        importe_le,
        empreintes,
        clos,
      }),
    ),
  )
  await writeAnswer(env, writeTableau(tableau(lignes), options.format), options.sortie)
}
