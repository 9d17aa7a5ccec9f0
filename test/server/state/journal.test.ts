import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { creerDossier } from '../../../ingest/store/dossier.ts'
import { avecEtat, type BaseEtat } from '../../../server/state/etat.ts'
import { consigner } from '../../../server/state/journal.ts'
import { expirerJournal, purgerNumerosDuJournal } from '../../../server/state/purger-journal.ts'
import { verifierJournal } from '../../../server/state/verifier-journal.ts'
import { dossierTemporaire } from '../../base.ts'

const NUMERO = '0131026000012AAAAA'

const avecJournal = (fonction: (etat: BaseEtat) => Promise<void>): Promise<void> =>
  avecEtat(creerDossier(dossierTemporaire()), async (etat) => {
    for (const [i, instant] of ['2025-11-22 09:00:00', '2025-11-23 09:00:00', '2025-11-24 09:00:00'].entries())
      await consigner(etat, {
        instant,
        qui: 'a@exemple.fr',
        role: 'gestionnaire',
        action: 'CONSULTATION',
        nombre: i,
        detail: { numeros: [NUMERO, `autre ${i}`] },
      })
    await fonction(etat)
  })

/** What somebody with the file in hand, and not the application, may do. */
const sansGardes = async (etat: BaseEtat, requete: string): Promise<void> => {
  await sql`DROP TRIGGER journal_sans_reecriture`.execute(etat)
  await sql`DROP TRIGGER journal_sans_effacement`.execute(etat)
  await sql.raw(requete).execute(etat)
}

describe('le journal d’audit', () => {
  it('est une chaîne que rien ne rompt quand rien n’y a été touché', () =>
    avecJournal(async (etat) => expect(await verifierJournal(etat)).toBeNull()))

  it('vide, il est entier', () =>
    avecEtat(creerDossier(dossierTemporaire()), async (etat) => expect(await verifierJournal(etat)).toBeNull()))

  it.each([
    ['une entrée réécrite', "UPDATE journal SET qui = 'b@exemple.fr' WHERE id = 2"],
    ['un nombre changé', 'UPDATE journal SET nombre = 99 WHERE id = 2'],
    ['un détail rempli de nouveau', "UPDATE journal SET detail = '{}' WHERE id = 2"],
    ['une entrée effacée', 'DELETE FROM journal WHERE id = 2'],
    ['les dernières effacées sans ancre', 'DELETE FROM journal'],
  ])('refuse %s', (_, requete) =>
    avecJournal(async (etat) => {
      await expect(sql.raw(requete).execute(etat)).rejects.toThrow(/ajout seul/)
    }),
  )

  it.each([
    ['une entrée réécrite', "UPDATE journal SET qui = 'b@exemple.fr' WHERE id = 2", 2, 'ENTREE_MODIFIEE'],
    ['un détail réécrit', "UPDATE journal SET detail = '{}' WHERE id = 2", 2, 'DETAIL_MODIFIE'],
    ['une entrée ôtée', 'DELETE FROM journal WHERE id = 2', 2, 'ENTREE_MANQUANTE'],
    ['la première ôtée', 'DELETE FROM journal WHERE id = 1', 1, 'ENTREE_MANQUANTE'],
    ['la dernière ôtée', 'DELETE FROM journal WHERE id = 3', 3, 'ENTREE_MANQUANTE'],
  ])('nomme la première entrée rompue : %s dans le fichier même', (_, requete, id, defaut) =>
    avecJournal(async (etat) => {
      await sansGardes(etat, requete)
      expect(await verifierJournal(etat)).toEqual({ id, defaut })
    }),
  )

  it('perd un numéro à son terme d’effacement sans que la chaîne se rompe', () =>
    avecJournal(async (etat) => {
      expect(await purgerNumerosDuJournal(etat, new Set([NUMERO]))).toBe(3)
      const details = await etat.selectFrom('journal').select('detail').execute()
      expect(JSON.stringify(details)).not.toContain(NUMERO)
      expect(JSON.parse(details[1]?.detail ?? '')).toEqual({ numeros: ['n° purgé', 'autre 1'] })
      expect(await verifierJournal(etat)).toBeNull()
    }))

  it('oublie ce qui a plus de douze mois : la veille part, le jour et le lendemain restent', () =>
    avecJournal(async (etat) => {
      expect(await expirerJournal(etat, enJour('2026-11-23'), '2026-11-23 10:00:00')).toBe(1)
      expect((await etat.selectFrom('journal').select('id').execute()).map(({ id }) => id)).toEqual([2, 3])
      expect(await verifierJournal(etat)).toBeNull()
      await consigner(etat, { instant: '2026-11-23 11:00:00', qui: 'b@exemple.fr', action: 'EXPORT' })
      expect(await verifierJournal(etat)).toBeNull()
    }))

  it('reprend son compte où il en était quand tout a passé douze mois', () =>
    avecJournal(async (etat) => {
      expect(await expirerJournal(etat, enJour('2030-01-01'), '2030-01-01 10:00:00')).toBe(3)
      await consigner(etat, { instant: '2030-01-01 11:00:00', qui: 'b@exemple.fr', action: 'EXPORT' })
      expect((await etat.selectFrom('journal').select('id').execute()).map(({ id }) => id)).toEqual([4])
      expect(await verifierJournal(etat)).toBeNull()
    }))

  it('ne se rompt pas sous des écritures simultanées', () =>
    avecJournal(async (etat) => {
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          consigner(etat, { instant: '2026-11-23 10:00:00', qui: `compte ${i}`, action: 'CONNEXION' }),
        ),
      )
      expect(await verifierJournal(etat)).toBeNull()
    }))
})
