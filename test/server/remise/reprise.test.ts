import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { entier } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { openInstallation } from '../../../server/installation.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { verifierJournal } from '../../../server/state/verifier-journal.ts'
import { dossierTemporaire, OPTIONS } from '../../base.ts'
import { contenuDe } from '../../ingest/contenu.ts'
import { demande, instantaneDu, numero } from '../purge/scene.ts'
import { actionsDe, QUI, restaurer } from '../sauvegarde/scene.ts'
import { preparer, remettre } from './scene.ts'

const reprendre = async (reste = {}) => {
  const essai = await preparer()
  const { empreinte } = await remettre(essai.base, essai.vers)
  const bilan = await restaurer(essai.vers, essai.racine, reste)
  return { ...essai, bilan, empreinte }
}

describe('une remise, reprise par une installation neuve', () => {
  it('rend l’histoire, les chiffres rangés, le dernier instantané et les noms ; ce qui a passé son terme est effacé', async () => {
    const { base, racine, bilan } = await reprendre()
    const attendu = await contenuDe(base)
    expect([bilan.purge.demandes, bilan.comptes_fermes, bilan.avertissements]).toEqual([1, 1, []])
    const reprise = await openInstallation(racine)
    const contenu = await contenuDe(reprise)
    const sansPurge = (lignes: readonly unknown[] = []) =>
      lignes.filter((ligne) => !JSON.stringify(ligne).includes(numero(4)))
    for (const [table, lignes] of Object.entries(attendu))
      expect([table, contenu[table]]).toEqual([table, sansPurge(lignes)])
    expect(await verifierInstallation(reprise, OPTIONS.secret)).toEqual({ defauts: [], avertissements: [] })
    reprise.close()
  })

  it('rend réglages, avis et journal, dont la chaîne continue ; comptes fermés, jetons et agendas révoqués, sans rien qui ouvre', async () => {
    const { base, vers, racine, empreinte } = await reprendre()
    const reprise = await openInstallation(racine)
    await avecEtat(reprise.dossier, async (etat) => {
      const comptes = await etat.selectFrom('comptes').selectAll().orderBy('id').execute()
      expect(
        comptes.map(({ courriel, nom, ferme_par, ferme_motif }) => [courriel, nom, ferme_par, ferme_motif]),
      ).toEqual([
        ['a@exemple.fr', 'Anne', QUI, 'Installation reprise d’une remise : à rouvrir par le gestionnaire qui succède'],
        ['b@exemple.fr', 'Bruno', 'essai', 'départ'],
      ])
      for (const compte of comptes)
        expect([compte.mot_de_passe, compte.second_facteur, compte.sujet_oidc, compte.echecs]).toEqual([
          null,
          null,
          null,
          0,
        ])
      expect(await etat.selectFrom('sessions').selectAll().execute()).toEqual([])
      for (const table of ['jetons', 'calendriers'] as const)
        expect(await etat.selectFrom(table).select(['empreinte', 'revoque_le']).execute()).toEqual([
          { empreinte: 'non remis (1)', revoque_le: '2026-11-23 10:00:00' },
        ])
      const reglages = await etat.selectFrom('reglages').select(['cle', 'valeur', 'saisi_par']).execute()
      expect(reglages).toEqual([{ cle: 'jours_mesure', valeur: '21', saisi_par: 'a@exemple.fr' }])
      expect((await etat.selectFrom('qualifications_paires').select('verdict').execute()).length).toBe(1)
      expect(await verifierJournal(etat)).toBeNull()
      const derniere = await etat.selectFrom('journal').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
      expect(JSON.parse(derniere.detail)).toEqual({
        fichier: vers,
        cree_le: '2026-11-23 10:00:00',
        remise: empreinte,
        fermes: 1,
      })
    })
    expect(await actionsDe(base)).toEqual(['IMPORT', 'IMPORT', 'REMISE'])
    expect(await actionsDe(reprise)).toEqual(['IMPORT', 'IMPORT', 'PURGE', 'RESTAURATION'])
    reprise.close()
  })

  it('sans le secret, le dit ; avec --nouveau-secret, en prend un autre au chargement suivant, et les noms d’avant ne se comparent plus', async () => {
    const fichier = join(dossierTemporaire(), 'secret')
    const { racine, bilan } = await reprendre({ secret: { fichier } })
    expect(bilan.avertissements).toEqual([expect.stringMatching(/^Le secret des empreintes est absent/)])
    const { racine: autre, bilan: sans } = await reprendre({ secret: { fichier }, nouveauSecret: true })
    expect(sans.avertissements).toEqual([expect.stringMatching(/^Le prochain chargement prendra un nouveau secret/)])
    const suivant = instantaneDu('2026-10-31', [demande(1), demande(2, { nom: 'Autrement' })])
    for (const [ou, attendues] of [
      [racine, 0],
      [autre, 2],
    ] as const) {
      const reprise = await openInstallation(ou)
      await chargerInstantane(reprise, suivant, { ...OPTIONS, secret: { fichier } })
      const [cles] = await runQuery(reprise.connection, sql`SELECT count(empreinte_nom) AS n FROM demandes_courantes`, {
        n: entier,
      })
      expect([ou === autre, cles?.n]).toEqual([ou === autre, attendues])
      reprise.close()
    }
    expect(readFileSync(fichier, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  })

  it('ne prend la place de rien sans --remplacer', async () => {
    const { vers, racine } = await reprendre()
    await expect(restaurer(vers, racine)).rejects.toThrow(/n’est pas vide/)
    expect(existsSync(join(racine, 'restauration-en-cours'))).toBe(false)
    expect((await restaurer(vers, racine, { remplacer: true })).comptes_fermes).toBe(1)
  })
})
