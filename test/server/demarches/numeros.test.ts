import { describe, expect, it } from 'vitest'
import { ANCIENNE, COPIE, preparer } from '../doublons.ts'
import { BBBBB, GESTIONNAIRE, preparerDemarches } from './aide.ts'

const INCONNU = '0131026000099ZZZZZ'
/** One of another service, that the base has. */
const D_UN_AUTRE = '0131026000003AAAAA'

const RADIATION = {
  ...{ motif_vu: 'NON_RENOUVELLEMENT', date_radiation: '2026-10-20', preavis: 'INCONNU' },
  texte: 'Aucun courrier reçu.',
}

const ouvrir = async () => preparerDemarches((await preparer()).base)

const sans = (texte: string, numero: string): string =>
  texte
    .replaceAll(numero, 'NUMERO')
    .replaceAll(
      [numero.slice(0, 3), numero.slice(3, 7), numero.slice(7, 13), numero.slice(13)].join('\u00a0'),
      'NUMERO',
    )
    .replaceAll([numero.slice(0, 3), numero.slice(3, 7), numero.slice(7, 13), numero.slice(13)].join(' '), 'NUMERO')
    .replace(/[Dd]émarche \d+|n° \d+/g, 'démarche')

describe('un guichet qui chercherait si un numéro existe', () => {
  it('n’apprend rien d’un doublon : inconnu ou d’un autre, la réponse est la même, au caractère près', async () => {
    const { envoyer } = await ouvrir()
    const essayer = (autre: string) =>
      envoyer(BBBBB, 'doublon', { numeros: `${autre} 0131026000098ZZZZZ`, garde: autre, motif: 'essai' })
    const [inconnu, ailleurs] = [await essayer(INCONNU), await essayer(D_UN_AUTRE)]
    expect(inconnu.refus).toMatch(/^Aucun de ces numéros n’est/)
    expect(ailleurs).toEqual(inconnu)
  })

  it('n’apprend rien d’un doublon avec l’un des siens, ni à l’envoi ni ensuite', async () => {
    const { envoyer, lire } = await ouvrir()
    const pages: string[] = []
    for (const autre of [INCONNU, D_UN_AUTRE]) {
      const { id, statut } = await envoyer(BBBBB, 'doublon', {
        numeros: `${COPIE} ${autre}`,
        garde: COPIE,
        motif: 'essai',
      })
      expect(statut).toBe(303)
      pages.push(sans((await lire(BBBBB, `/demarches/${id}`)).texte, autre))
    }
    expect(pages[0]).toContain('rien n’est montré ici d’un numéro que votre service n’a pas enregistré')
    expect(pages[1]).toBe(pages[0])
  })

  it('n’apprend rien d’une réclamation : elle est reçue telle quelle, et la page dit la même chose', async () => {
    const { envoyer, lire } = await ouvrir()
    const pages: string[] = []
    for (const numeros of [INCONNU, D_UN_AUTRE]) {
      const { id, statut } = await envoyer(BBBBB, 'radiation', { ...RADIATION, numeros })
      expect(statut).toBe(303)
      pages.push(sans((await lire(BBBBB, `/demarches/${id}`)).texte, numeros))
    }
    expect(pages[1]).toBe(pages[0])
  })

  it('voit ce que l’instantané montre des siens ; le gestionnaire, de tous', async () => {
    const { envoyer, lire } = await ouvrir()
    const { id } = await envoyer(BBBBB, 'radiation', { ...RADIATION, numeros: COPIE })
    const ailleurs = await envoyer(BBBBB, 'radiation', { ...RADIATION, numeros: ANCIENNE })
    expect((await lire(BBBBB, `/demarches/${id}`)).texte).toContain('02/10/2026, guichet BBBBB')
    expect((await lire(BBBBB, `/demarches/${ailleurs.id}`)).texte).not.toContain('01/10/2026')
    expect((await lire(GESTIONNAIRE, `/demarches/${ailleurs.id}`)).texte).toContain('01/10/2026, guichet AAAAA')
  })

  it('laisse au journal chaque essai, reçu ou refusé, le rang du numéro masqué', async () => {
    const { envoyer, etat } = await ouvrir()
    await envoyer(BBBBB, 'radiation', { ...RADIATION, numeros: INCONNU })
    await envoyer(BBBBB, 'doublon', { numeros: `${INCONNU} ${D_UN_AUTRE}`, garde: INCONNU, motif: 'essai' })
    await envoyer(BBBBB, 'identite', { numeros: '12345' })
    const entrees = await etat
      .selectFrom('journal')
      .selectAll()
      .where('action', '=', 'DEMARCHE')
      .orderBy('id')
      .execute()
    expect(entrees.map(({ nombre, detail }) => [nombre, JSON.parse(detail)])).toEqual([
      [1, { sorte: 'RADIATION', numeros: ['0131026······ZZZZZ'], envoyee: true }],
      [2, { sorte: 'DOUBLON', numeros: ['0131026······ZZZZZ', '0131026······AAAAA'], envoyee: false }],
      [0, { sorte: 'IDENTITE', envoyee: false }],
    ])
  })

  it('est arrêté par la borne du jour, avec une phrase, et reprend le lendemain', async () => {
    const { base } = await preparer()
    const { envoyer, etat, au } = await preparerDemarches(base)
    await etat
      .insertInto('reglages')
      .values({
        ...{ cle: 'demarches_par_jour', valeur: '2', depuis: '2026-01-01', motif: 'essai', territoire: '013' },
        ...{ saisi_le: '2026-01-01 09:00:00', saisi_par: 'essai' },
      })
      .execute()
    // Accounts are many here: what one tried is told by its name in the log.
    const uneSeule = { role: 'guichet', service: 'BBBBB', courriel: 'une@exemple.fr' } as const
    const essai = () => envoyer(uneSeule, 'radiation', { ...RADIATION, numeros: INCONNU })
    expect([(await essai()).statut, (await essai()).statut]).toEqual([303, 303])
    expect((await essai()).refus).toMatch(/a déjà envoyé ou essayé 2 démarches aujourd’hui/)
    au('2026-11-24')
    expect((await essai()).statut).toBe(303)
  })
})
