import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { charger, demande, texte } from './fichiers-reels.ts'
import { numero } from './lignes.ts'
import { enCsv, enTableau } from './tableau.ts'

describe('l’encodage se reconnaît', () => {
  const source = texte(demande(1), demande(2))
  const utf16be = Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(source, 'utf-16be')])
  const utf16le = Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(source, 'utf-16le')])
  const unOctet = Buffer.concat([Buffer.from(texte(demande(1), demande(2), demande(3, { prenom: 'é' })))])
  it.each([
    ['ASCII', Buffer.from(source.replaceAll('é', 'e').replaceAll('ï', 'i')), 'utf-8', 0],
    ['UTF-8', Buffer.from(source), 'utf-8', 0],
    ['deux BOM', Buffer.from(`\ufeff\ufeff${source}`), 'utf-8', 0],
    ['UTF-16 petit-boutiste', utf16le, 'utf-16le', 0],
    ['UTF-16 grand-boutiste', utf16be, 'utf-16be', 0],
    ['Windows-1252', iconv.encode(source, 'windows-1252'), 'windows-1252', 0],
    ['un octet fautif', Buffer.concat([unOctet.subarray(0, -3), Buffer.from([0xe9, 0x0a])]), 'utf-8', 1],
  ])('%s', async (_, octets, encodage, repris) => {
    const { rapport, contenu } = await charger(octets)
    expect(rapport.encodages['demandes.csv']).toBe(encodage)
    expect(rapport.octets_repris).toBe(repris)
    expect(rapport.rejetees).toBe(0)
    if (encodage !== 'utf-8' || repris === 1) expect(JSON.stringify(contenu.identites)).toContain('Héloïse')
  })
})

describe('les champs d’une ligne', () => {
  const entete = 'numero_unique;statut;date_enregistrement;situation_familiale;reservataire;nom\n'
  it('en plus sont lus s’ils sont vides, en moins sont complétés, sauf la dernière ligne coupée', async () => {
    const lignes = [
      `${numero(1)};ACTIVE;10/10/2026;MARIE;AUTRE;X;;`,
      `${numero(2)};ACTIVE;10/10/2026`,
      `${numero(3)};ACTIVE;10/10/2026;MARIE;AUTRE;X;Y`,
      `${numero(4)};ACTIVE;10/10/2026`,
    ]
    const { rapport, rejets } = await charger(entete + lignes.join('\n'))
    expect(rapport).toMatchObject({ lignes: 4, acceptees: 2, completees: 1, rejets: { COLONNES: 2 } })
    expect(rejets.map(({ ligne }) => Number(ligne))).toEqual([4, 5])
  })

  it('en moins sont complétés jusqu’à la dernière ligne, si elle est finie', async () => {
    const courtes = [1, 2].map((rang) => `${numero(rang)};ACTIVE;10/10/2026\n`)
    const { rapport } = await charger(entete + courtes.join(''))
    expect(rapport).toMatchObject({ lignes: 2, acceptees: 2, completees: 2 })
  })

  it('décalés mettent deux codes hors de leurs listes : la ligne est rejetée', async () => {
    const { rapport } = await charger(
      `${entete}${numero(1)};ACTIVE;10/10/2026;x;y;z;;\n${numero(2)};ACTIVE;10/10/2026;x;AUTRE;z;;\n`,
    )
    expect(rapport.rejets).toEqual({ COLONNES: 1 })
    expect(rapport.avertissements).toEqual({ situation_familiale: 1 })
  })
})

describe('une dernière ligne qui commence par « Total »', () => {
  it('n’est aucune ligne', async () => {
    const { rapport } = await charger(`${texte(demande(1))};;Total général;1\n`)
    expect(rapport).toMatchObject({ lignes: 1, lignes_de_total: 1, rejetees: 0 })
  })

  it('reste si elle est valide', async () => {
    const colonnes = enTableau([{ nom: 'Total', ...demande(1) }])
    const { rapport } = await charger(
      enCsv({ ...colonnes, lignes: [...colonnes.lignes.map((l) => ['Total', ...l.slice(1)])] }),
    )
    expect(rapport).toMatchObject({ lignes: 1, acceptees: 1, lignes_de_total: 0 })
  })
})

describe('les valeurs', () => {
  it('d’un mot vide sont vides et se comptent, gardes ôtées ; un nom peut être « NA »', async () => {
    const { rapport, contenu } = await charger(
      texte(
        demande(1, { nom: 'NA', prenom: '="Non renseigné"', nb_personnes: "'NC" }),
        demande(2, { nom: 'x', prenom: 'n/a', nb_personnes: '2' }),
        demande(3, { statut: 'NC', prenom: '?' }),
        demande(4, { numero_unique: 'N/A' }),
      ),
    )
    expect(rapport.mots_vides).toEqual({ nb_personnes: 1, prenom: 2 })
    expect(rapport.rejets).toEqual({ CHAMP_OBLIGATOIRE: 1, NUMERO_UNIQUE_INVALIDE: 1 })
    expect(rapport.avertissements).toEqual({})
    expect(JSON.stringify(contenu.identites)).toContain('"NA"')
  })

  it('d’un mot vide que le profil traduit ne sont pas vides', async () => {
    const profil = { valeurs: { situation_familiale: { NC: 'CELIBATAIRE' } } }
    const { rapport, contenu } = await charger(texte(demande(1, { situation_familiale: 'NC' })), { profil })
    expect(rapport.mots_vides).toEqual({})
    expect(contenu.courantes).toMatchObject([{ situation_familiale: 'CELIBATAIRE' }])
  })

  it('des oui seuls font lire non dans les cases vides, un non l’interdit', async () => {
    const { rapport, contenu } = await charger(
      texte(
        demande(1, { dalo: 'OUI', en_qpv: 'OUI' }),
        demande(2, { en_qpv: 'NON' }),
        demande(3, { dalo: 'peut-être' }),
      ),
    )
    expect(rapport.vides_lus_non).toEqual(['dalo'])
    expect(contenu.courantes).toMatchObject([
      { dalo: 'true', en_qpv: 'true' },
      { dalo: 'false', en_qpv: 'false' },
      { dalo: null, en_qpv: null },
    ])
  })

  it('d’un instant sont son jour à Paris, été comme hiver', async () => {
    const jours = [
      '2026-07-01T21:59:59Z',
      '2026-07-01T22:00:00Z',
      '2026-01-01T22:59Z',
      '2026-01-01T23:00:00.000+0000',
      '2026-07-02T00:00:00+02:00',
    ]
    const { contenu } = await charger(texte(...jours.map((date_depot, i) => demande(i, { date_depot }))))
    const lus = (contenu.courantes as readonly { date_depot: string }[]).map(({ date_depot }) => date_depot)
    expect(lus).toEqual(['2026-07-01', '2026-07-02', '2026-01-01', '2026-01-02', '2026-07-02'])
  })

  it.each([
    ['de cent lettres', 'C'.repeat(100), 'C'.repeat(100)],
    ['de cent une', 'C'.repeat(101), 'A'.repeat(40)],
    ['où neuf chiffres se suivent', 'Contingent 123 456 789', 'AAAAAAAAAA 999 999 999'],
    ['où huit se suivent', 'Contingent 123 456 78', 'Contingent 123 456 78'],
  ])('inconnues se montrent sauf ce qui pourrait désigner une personne : une valeur %s', async (_, valeur, montree) => {
    const { rapport } = await charger(texte(...[1, 2, 3].map((rang) => demande(rang, { reservataire: valeur }))))
    expect(rapport.valeurs_inconnues).toEqual({ reservataire: { [montree]: 3 } })
  })

  it('inconnues sont listées, cinquante par colonne', async () => {
    const mots = Array.from({ length: 51 }, (_, i) => `Contingent ${i + 100}`).flatMap((mot) => [mot, mot, mot])
    const { rapport } = await charger(texte(...mots.map((reservataire, i) => demande(i, { reservataire }))))
    const [vus = {}] = Object.values(rapport.valeurs_inconnues)
    expect(Object.values(vus)).toEqual(Array.from({ length: 51 }, () => 3))
    expect(Object.keys(vus).slice(-2)).toEqual(['Contingent 149', '…'])
  })

  it('inconnues sont listées, celles de moins de trois demandes sommées', async () => {
    const mots = ['Contingent A', 'Contingent A', 'Contingent A', 'rare', 'rare', 'unique']
    const { rapport } = await charger(texte(...mots.map((reservataire, i) => demande(i, { reservataire }))))
    expect(rapport.valeurs_inconnues).toEqual({ reservataire: { 'Contingent A': 3, '…': 3 } })
    expect(rapport.avertissements).toEqual({ reservataire: 6 })
  })
})
