import { sql } from 'kysely'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { nul, texte } from '../../ingest/socle/sql/colonne.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { registreEnVigueur } from '../../ingest/store/registre.ts'
import { lireDemandesChangees } from '../../metrics/demarches/montrer.ts'
import { SORTES } from '../../web/demarches/registre.ts'
import type { Constat, DemandeMontree, GuichetMontre } from '../../web/demarches/sorte.ts'
import { numerosDe } from '../gestion/demarches/situation.ts'
import { MACHINES_DEMARCHES } from '../gestion/demarches/table.ts'
import { essayer } from '../gestion/machine.ts'
import { ajouterActeDemarche, type Demarche, lireDemarches } from '../state/demarches.ts'
import type { BaseEtat } from '../state/etat.ts'

/** What the register of the latest snapshot says of each guichet, by its code. */
const lireGuichets = async (
  { connection }: Base,
  territoire: string,
  { date }: Instantane,
): Promise<ReadonlyMap<string, GuichetMontre>> => {
  const registre = await registreEnVigueur(connection, territoire, date)
  if (registre === null) return new Map()
  const champ = nul(texte)
  const lignes = await runQuery(
    connection,
    sql`SELECT code, adresse, telephone, courriel, horaires FROM registres WHERE territoire = ${territoire} AND instantane = ${jourSql(registre)}`,
    { code: texte, adresse: champ, telephone: champ, courriel: champ, horaires: champ },
  )
  return new Map(lignes.map(({ code, ...montre }) => [code, montre]))
}

const estMontree = ({ sorte }: Demarche, constat: Constat): boolean => SORTES[sorte].confirmee?.montre(constat) ?? false

/** What can still be confirmed, and was sent before the latest snapshot. */
const aConfirmer = ({ sorte, actes, instantane }: Demarche, dernier: Instantane): boolean =>
  SORTES[sorte].confirmee !== undefined &&
  ['ACCEPTEE', 'FAITE'].includes(actes.at(-1)?.vers ?? '') &&
  (instantane === null || instantane < dernier.date)

/**
 * Confirms the démarches of a territory that its latest snapshot shows done: they are accepted, and the snapshot is later
 * than the one that stood when they were sent. Done as a snapshot is loaded; what was confirmed is not looked at again.
 */
export const constaterDemarches = async (
  base: Base,
  etat: BaseEtat,
  territoire: string,
  instant: string,
): Promise<void> => {
  const dernier = (await listInstantanes(base.connection, territoire)).at(-1)
  if (dernier === undefined) return
  const attendent = (await lireDemarches(etat, territoire)).filter((demarche) => aConfirmer(demarche, dernier))
  if (attendent.length === 0) return
  const guichets = await lireGuichets(base, territoire, dernier)
  for (const [depuis, siennes] of grouperPar(attendent, ({ instantane }) => instantane ?? '')) {
    const changees = await lireDemandesChangees(
      base,
      territoire,
      [...new Set(siennes.flatMap(numerosDe))],
      depuis === '' ? null : depuis,
    )
    const montrees = changees.map(
      ({ numero_unique: numero, active, attestee, ...change }): DemandeMontree => ({
        numero,
        active,
        attestee,
        change,
      }),
    )
    for (const demarche of siennes) {
      const numeros = numerosDe(demarche)
      const constat: Constat = {
        instantane: dernier.date,
        numeros,
        faits: demarche.faits,
        demandes: montrees.filter(({ numero }) => numeros.includes(numero)),
        guichet: guichets.get(demarche.faits.guichet ?? '') ?? null,
      }
      const issue = essayer(MACHINES_DEMARCHES[demarche.sorte], {
        etat: demarche.actes.at(-1)?.vers ?? null,
        acte: 'CONFIRMER',
        role: 'APPLICATION',
        faits: { estAuteur: false, estMontree: estMontree(demarche, constat) },
        saisie: { texte: '', numero: null },
      })
      if ('empechement' in issue) continue
      const par = `instantané du ${dernier.date}`
      const acte = { acte: 'CONFIRMER', ...issue, texte: '', numero: null, role: null, par, le: instant } as const
      await ajouterActeDemarche(etat, demarche, acte)
    }
  }
}
