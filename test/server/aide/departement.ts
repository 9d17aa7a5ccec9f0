import { sql } from 'kysely'
import { enJour } from '../../../ingest/socle/jour.ts'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runOne } from '../../../ingest/socle/sql/query.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { chercherDoublons } from '../../../server/services/doublons.ts'
import { deposerDemarche } from '../../../server/state/demarches.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { OPTIONS, preparerBase } from '../../base.ts'

/** A made-up département with something on each page that the guides name, and its busiest guichet. */
export const preparerDepartement = () =>
  preparerBase('departement-d-aide', async (base, dossier) => {
    const tout = { dossier, territoire: '013', demandes: 1200, mois: 3, fin: enJour('2026-10-31'), graine: 3, seuilsEn }
    const { instantanes } = await generer(tout)
    for (const instantane of instantanes) await chargerInstantane(base, instantane.dossier, OPTIONS)
    await chercherDoublons(base, '013', OPTIONS)
    const sien = await runOne(
      base.connection,
      sql`SELECT g.code, g.service_code AS service FROM resultats r JOIN registres g ON g.code = r.entite
        WHERE r.niveau = 'GUICHET' AND r.duree = 1 AND r.indicateur = 'dossiers_incomplets' AND g.service_code IS NOT NULL
        ORDER BY r.numerateur DESC NULLS LAST, g.code LIMIT 1`,
      { code: texte, service: texte },
    )
    await avecEtat(base.dossier, (etat) =>
      deposerDemarche(
        etat,
        {
          ...{ territoire: '013', sorte: 'RADIATION', service: sien.service, instantane: null },
          ...{ numeros: ['0131026000001AAAAA'], faits: { texte: 'Aucun courrier reçu.' } },
        },
        {
          ...{ acte: 'DEPOSER', vers: 'RECUE', texte: '', numero: null, role: 'guichet' },
          ...{ par: 'guichet@exemple.fr', le: '2026-11-20 09:00:00' },
        },
      ),
    )
    return { sien }
  })
