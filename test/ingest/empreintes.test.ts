import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { lireIndicateurs } from '../../metrics/lire.ts'
import { OPTIONS, ouvrirBase } from '../base.ts'
import { contenuDe } from './contenu.ts'
import { CARTE, ecrireDossier, fichiers } from './instantane.ts'
import { enCsv, enTableau } from './tableau.ts'

const SECRET = 'secret d’essai'

const demande = (rang: number, nom: string, prenom: string, reste: Readonly<Record<string, string>> = {}) => ({
  numero_unique: `013102600000${rang}AAAAA`,
  statut: 'ACTIVE',
  date_enregistrement: `0${rang}/10/2026`,
  date_modification: '20/10/2026',
  nom,
  nom_naissance: '',
  prenom,
  date_naissance: '29/02/1984',
  ...reste,
})

const instantane = (date: string, lignes: readonly Readonly<Record<string, string>>[]): string =>
  ecrireDossier(
    fichiers({ 'instantane.json': JSON.stringify({ ...CARTE, date }), 'demandes.csv': enCsv(enTableau(lignes)) }),
  )

type Cle = Readonly<Record<'numero_unique' | 'k1' | 'k2', string | null>>

const cles = async (lignes: readonly Readonly<Record<string, string>>[]): Promise<Map<string, Cle>> => {
  const { base, charger } = await ouvrirBase()
  await charger(instantane('2026-10-31', lignes))
  return new Map(((await contenuDe(base)).cles as readonly Cle[]).map((cle) => [cle.numero_unique ?? '', cle]))
}

/** The first and the second 64 bits of HMAC-SHA-256, as whole numbers. */
const hmac64 = (texte: string): readonly [string, string] => {
  const somme = createHmac('sha256', SECRET).update(texte).digest()
  return [somme.readBigUInt64BE().toString(), somme.readBigUInt64BE(8).toString()]
}

describe('les empreintes d’identité', () => {
  it('sont les deux moitiés de l’HMAC des deux noms dans l’ordre alphabétique et de la date', async () => {
    const lues = await cles([demande(1, 'Lefèvre', 'Anaëlle'), demande(2, 'ANAELLE', 'lefevre')])
    const [un, deux] = [lues.get('0131026000001AAAAA'), lues.get('0131026000002AAAAA')]
    const [premiere, seconde] = hmac64('ANAELLE|LEFEVRE|1984-02-29')
    expect([un?.k1, un?.k2]).toEqual([seconde, premiere])
    expect([deux?.k1, deux?.k2]).toEqual([premiere, seconde])
  })

  it('sont une seule où le nom est le prénom', async () => {
    const lue = (await cles([demande(1, 'Martin', 'Martin')])).get('0131026000001AAAAA')
    const [premiere] = hmac64('MARTIN|MARTIN|1984-02-29')
    expect([lue?.k1, lue?.k2]).toEqual([premiere, premiere])
  })

  it('K1 est la même pour les mêmes noms dans le même ordre, et celle de K2 pour les mêmes échangés', async () => {
    const mots = ['A', 'AB', 'ZOE']
    const noms = mots.flatMap((nom) => mots.map((prenom) => [nom, prenom] as const))
    const lues = await cles(noms.map(([nom, prenom], i) => demande(i + 1, nom, prenom)))
    const cle = (i: number) => lues.get(`013102600000${i + 1}AAAAA`)
    for (const [i, [a, b]] of noms.entries())
      for (const [j, [c, d]] of noms.entries()) {
        expect(cle(i)?.k1 === cle(j)?.k1).toBe(a === c && b === d)
        expect(cle(i)?.k1 === cle(j)?.k2).toBe(a === d && b === c)
      }
  })

  it.each([
    ['les accents, la casse et les tirets', ['Élodie-Anne', 'ELODIE ANNE']],
    ['les ligatures', ['Œdipe Æther', 'oedipe aether']],
    ['le ß', ['Groß', 'GROSS']],
    ['l’apostrophe', ['D’Arc', "d'arc"]],
  ])('ne voient pas %s', async (_, [a = '', b = '']) => {
    const lues = [...(await cles([demande(1, a, 'Zoé'), demande(2, b, 'Zoé')])).values()]
    expect(lues[0]?.k1).not.toBeNull()
    expect(lues[0]?.k1).toBe(lues[1]?.k1)
  })

  it('prennent le nom de naissance d’abord, et sont vides s’il manque un des trois', async () => {
    const lues = await cles([
      demande(1, 'Durand', 'Zoé', { nom_naissance: 'Petit' }),
      demande(2, 'Petit', 'Zoé'),
      demande(3, '***', 'Zoé'),
      demande(4, 'Petit', ''),
      demande(5, 'Petit', 'Zoé', { date_naissance: '' }),
    ])
    const k1 = [1, 2, 3, 4, 5].map((rang) => lues.get(`013102600000${rang}AAAAA`)?.k1 ?? null)
    expect(k1[0]).toBe(k1[1])
    expect(k1.slice(2)).toEqual([null, null, null])
  })
})

describe('sans le secret des empreintes, aucune valeur plutôt qu’une fausse', () => {
  const SENSIBLES = ['doublons_actifs', 'forcages_injustifies', 'mouvements_civilite']
  const lignes = (nom: string) => [demande(1, 'Petit', 'Zoé'), demande(2, nom, 'Zoé', { forcage_doublon: 'O' })]
  const motifs = async (charger: Awaited<ReturnType<typeof ouvrirBase>>) => {
    const periode = { territoire: '013', debut: enJour('2026-10-01'), fin: enJour('2026-10-31') }
    const lues = await lireIndicateurs(charger.base.connection, { ...periode, niveau: 'TERRITOIRE' })
    return Object.fromEntries(
      lues.filter((l) => SENSIBLES.includes(l.indicateur)).map((l) => [l.indicateur, l.motif ?? l.numerateur]),
    )
  }
  const AUTRE = { ...OPTIONS, secret: { valeur: 'un autre secret', fichier: '/nulle/part' } }

  it('avec le secret, les trois se mesurent', async () => {
    const essai = await ouvrirBase()
    await essai.charger(instantane('2026-09-30', lignes('Petit')))
    await essai.charger(instantane('2026-10-31', lignes('Grand')))
    expect(await motifs(essai)).toMatchObject({ doublons_actifs: 0, mouvements_civilite: 1 })
  })

  it.each([
    [
      'le mois chargé sans le secret',
      {},
      AUTRE,
      { doublons_actifs: 'SECRET_ABSENT', mouvements_civilite: 'SECRET_ABSENT' },
    ],
  ])('%s', async (_, avant, apres, attendu) => {
    const essai = await ouvrirBase()
    await essai.charger(instantane('2026-09-30', lignes('Petit')), avant)
    await essai.charger(instantane('2026-10-31', lignes('Grand')), apres)
    expect(await motifs(essai)).toMatchObject(attendu)
  })

  it('le mois dont l’instantané précédent a été chargé sans le secret ne compare pas les noms', async () => {
    const essai = await ouvrirBase()
    await essai.charger(instantane('2026-08-31', lignes('Petit')))
    await essai.charger(instantane('2026-09-30', lignes('Petit')), AUTRE)
    await essai.charger(instantane('2026-10-31', lignes('Grand')))
    expect(await motifs(essai)).toMatchObject({ doublons_actifs: 0, mouvements_civilite: 'SECRET_ABSENT' })
  })
})
