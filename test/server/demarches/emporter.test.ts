import { describe, expect, it } from 'vitest'
import { purgerNumeros } from '../../../server/state/purger-numeros.ts'
import { ANCIENNE, COPIE, preparer } from '../doublons.ts'
import { AAAAA, BBBBB, GESTIONNAIRE, preparerDemarches } from './aide.ts'

const DOUBLON = { numeros: `${ANCIENNE} ${COPIE}`, garde: ANCIENNE, motif: 'même personne' }
const QUESTION = { objet: 'REGLE', texte: 'Que saisir pour un ménage hébergé ?' }

const ouvrir = async () => {
  const personnes = await preparerDemarches((await preparer()).base)
  const doublon = await personnes.envoyer(BBBBB, 'doublon', DOUBLON)
  await personnes.agir(GESTIONNAIRE, doublon.id, 'ACCEPTER', { texte: 'À réunir.' })
  await personnes.envoyer(AAAAA, 'question', QUESTION)
  return { ...personnes, doublon }
}

describe('ce que l’on emporte des démarches', () => {
  it('est, en CSV, ce que la personne lit, une ligne chacune, et c’est au journal', async () => {
    const { demander, etat } = await ouvrir()
    const toutes = await (await demander(GESTIONNAIRE, '/exports/demarches.csv')).text()
    expect(toutes).toContain('Demandes en double')
    expect(toutes).toContain(`${ANCIENNE} ${COPIE}`)
    expect(toutes).toContain('Que saisir pour un ménage hébergé')
    const siennes = await (await demander(AAAAA, '/exports/demarches.csv')).text()
    expect(siennes).not.toContain(COPIE)
    expect(siennes).toContain('Que saisir')
    const entrees = await etat
      .selectFrom('journal')
      .select(['nombre', 'detail'])
      .where('action', '=', 'EXPORT')
      .execute()
    expect(entrees.map(({ nombre, detail }) => [nombre, JSON.parse(detail).liste])).toEqual([
      [2, 'demarches'],
      [0, 'demarches'],
    ])
  })

  it('est aussi leur histoire, celles d’une sorte, ou une seule', async () => {
    const { demander, doublon } = await ouvrir()
    const histoire = await (await demander(GESTIONNAIRE, '/exports/demarches.csv?liste=histoire')).text()
    for (const dit of ['Envoyée', 'Acceptée', 'À réunir.']) expect(histoire).toContain(dit)
    const questions = await (await demander(GESTIONNAIRE, '/exports/demarches.csv?sorte=QUESTION')).text()
    expect(questions).not.toContain(COPIE)
    const une = `/exports/demarches.csv?demarche=${doublon.id}`
    expect(await (await demander(GESTIONNAIRE, une)).text()).not.toContain('Que saisir')
    expect((await demander(AAAAA, une)).status).toBe(404)
    for (const forme of ['xlsx', 'ods']) {
      const fichier = await demander(GESTIONNAIRE, `/exports/demarches.${forme}`)
      expect([forme, fichier.status, (await fichier.arrayBuffer()).byteLength > 1000]).toEqual([forme, 200, true])
    }
  })

  it('se lit par l’API, et les doublons aussi sous leur forme d’avant', async () => {
    const { demander } = await ouvrir()
    const lignes = async (chemin: string, qui: Parameters<typeof demander>[0] = GESTIONNAIRE) =>
      (await (await demander(qui, `/api/v1/${chemin}`)).json()) as readonly Readonly<Record<string, unknown>>[]
    expect((await lignes('demarches')).map(({ sorte, etat }) => [sorte, etat])).toEqual([
      ['DOUBLON', 'ACCEPTEE'],
      ['QUESTION', 'RECUE'],
    ])
    expect(await lignes('demarches?sorte=QUESTION', BBBBB)).toEqual([])
    expect(await lignes('signalements')).toMatchObject([
      { numeros: [ANCIENNE, COPIE], garde: ANCIENNE, motif: 'même personne', etape: 'ACCEPTE', service: 'BBBBB' },
    ])
  })

  it('perd ses numéros au terme d’effacement, et garde son histoire', async () => {
    const { lire, etat, doublon } = await ouvrir()
    await purgerNumeros(etat, new Set([ANCIENNE]))
    const page = (await lire(GESTIONNAIRE, `/demarches/${doublon.id}`)).texte
    expect(page).not.toContain('000001')
    expect(page).toContain('n° purgé')
    expect(page).toContain('À réunir.')
  })
})
