import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { remettreBase } from '../../../server/remise/remettre.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { dossierTemporaire, ouvrirBase } from '../../base.ts'
import { demande, instantaneDu, numero, radiee } from '../purge/scene.ts'
import { JUSTE, preparerEchantillons } from './aide.ts'

/** October radiates three demandes; a year and a day later, retention erases them. */
const APRES = enJour('2027-10-30')

const nommee = (rang: number, nom: string, le: string) =>
  demande(rang, { nom, nom_naissance: nom, date_modification: le, guichet_modification: 'AAAAA' })

const preparer = async () => {
  const { base, charger } = await ouvrirBase()
  const memes = [1, 2, 3].map((rang) => radiee(rang, '2026-10-20'))
  await charger(
    instantaneDu('2026-09-30', [
      ...[1, 2, 3].map((rang) => demande(rang)),
      nommee(7, 'Avant', '2026-09-02'),
      demande(8),
    ]),
  )
  await charger(instantaneDu('2026-10-31', [...memes, nommee(7, 'Apres', '2026-10-14'), demande(8)]))
  return { base, charger, ...(await preparerEchantillons(base)) }
}

describe('les numéros des échantillons et des mouvements de civilité', () => {
  it('s’effacent au terme, les résultats restent : ni table, ni export, ni remise n’en gardent', async () => {
    const { base, etat, demander, tirer, numeros } = await preparer()
    const id = await tirer({ population: 'RADIEES', taille: '3' })
    for (const rang of [1, 2, 3])
      await demander(`/echantillons/${id}/fiches/${rang}`, {
        ...JUSTE,
        ...(rang === 2 ? { q_PIECE_IDENTITE: 'NON' } : {}),
      })
    const resultats = async () => (await demander('/exports/echantillons.csv?liste=resultats')).text()
    const lignes = (csv: string) =>
      csv
        .split('\n')
        .filter((ligne) => ligne.includes('2026-10-1'))
        .join('\n')
    const avant = lignes(await resultats())
    expect((await numeros(id)).toSorted()).toEqual([numero(1), numero(2), numero(3)])
    await purgerBase(base, { au: APRES, maintenant: new Date('2027-10-30T10:00:00'), qui: 'essai' })
    expect(await numeros(id)).toEqual(['n° purgé', 'n° purgé', 'n° purgé'])
    expect(lignes(await resultats())).toBe(avant)
    const fiches = await (await demander(`/exports/echantillons.csv?liste=fiches&echantillon=${id}`)).text()
    const page = await (await demander(`/echantillons/${id}`)).text()
    const api = await (await demander(`/api/v1/echantillons/fiches?echantillon=${id}`)).text()
    const tout = JSON.stringify([
      await etat.selectFrom('echantillons_fiches').selectAll().execute(),
      await etat.selectFrom('echantillons_reponses').selectAll().execute(),
      await etat.selectFrom('journal').selectAll().execute(),
    ])
    for (const rang of [1, 2, 3]) expect(`${fiches}${page}${api}${tout}`).not.toContain(numero(rang))
    const remise = join(dossierTemporaire(), 'remise')
    await remettreBase(base, {
      vers: remise,
      maintenant: new Date('2027-10-30T10:00:00'),
      version: 'essai',
      qui: 'essai',
    })
    expect(
      execFileSync('sh', ['-c', `grep -rlE '${numero(1)}|${numero(2)}|${numero(3)}' '${remise}' || true`], {
        encoding: 'utf8',
      }),
    ).toBe('')
  })

  it('d’un mois restent à vérifier les mois suivants, tant qu’aucune pièce n’est vue, et se comptent au point 10', async () => {
    const { charger, lire, demander, etat, journal } = await preparer()
    const page = await lire('/controles/2026-10/civilite?mois=2026-10')
    expect(page.replace(/\s/g, '')).toContain(numero(7))
    expect(page).toContain('1 mouvement : aucun vérifié.')
    const { id } = await etat.selectFrom('civilites_mouvements').select('id').executeTakeFirstOrThrow()
    const constat = (code: string, note = '') =>
      demander('/controles/2026-10/civilite?mois=2026-10', { mouvement: String(id), constat: code, note })
    expect((await constat('PERDUE')).status).toBe(422)
    expect((await constat('PIECE_VUE', `voir ${numero(7)}`)).status).toBe(422)
    expect((await constat('PIECE_ABSENTE', 'demandée')).status).toBe(303)
    expect(await lire('/controles/2026-10?mois=2026-10')).toMatch(
      /Mouvements de civilité 1 mouvement : 1 pièce absente\./,
    )
    await charger(instantaneDu('2026-11-30', [nommee(7, 'Apres', '2026-10-14'), demande(8)]), {
      maintenant: new Date('2026-12-05T10:00:00'),
    })
    const suite = await lire('/controles/2026-11/civilite?mois=2026-11')
    expect(suite).toContain('Aucun mouvement de novembre 2026. 1 autre des mois d’avant attend encore une pièce.')
    expect(
      (
        await demander('/controles/2026-11/civilite?mois=2026-11', {
          mouvement: String(id),
          constat: 'PIECE_VUE',
          note: '',
        })
      ).status,
    ).toBe(303)
    expect(await lire('/controles/2026-11/civilite?mois=2026-11')).not.toContain('des mois d’avant attend')
    expect((await journal('CIVILITE')).map(({ detail }) => detail)).toEqual([
      { mois: '2026-10', quoi: 'pièce absente' },
      { mois: '2026-11', quoi: 'pièce vue' },
    ])
    const csv = await (await demander('/exports/civilites.csv?mois=2026-10')).text()
    expect(csv).toMatch(new RegExp(`${numero(7)}.*Pièce vue`))
  })
})
