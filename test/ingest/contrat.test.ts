import { describe, expect, it } from 'vitest'
import { rapprocher } from '../../ingest/check/correspondance.ts'
import { estEcartee, normaliserIntitule } from '../../ingest/contract/intitules.ts'
import { libellesDe } from '../../ingest/contract/libelles.ts'
import { lireNumero } from '../../ingest/contract/numero.ts'
import { lireProfil } from '../../ingest/contract/profil.ts'
import { DEMANDES } from '../../ingest/contract/tables.ts'
import { compterConnus, compterSupposes, trouverEntete } from '../../ingest/read/entete.ts'
import { lecteurUtf8 } from '../../ingest/read/utf8.ts'

const colonnes: readonly { nom: string; codes?: readonly string[] }[] = DEMANDES.colonnes

describe('les intitulés', () => {
  it.each(['Date de naissance', 'DATE NAISSANCE', 'date-naissance', 'Date\nde naissance'])(
    '« %s » est le même',
    (t) => {
      expect(normaliserIntitule(t)).toBe('DATENAISSANCE')
    },
  )

  it.each([
    ['Contingent réservataire', 'Contingent désignataire'],
    ['Contingent', 'Contingent désignataire'],
    ['reservataire', 'Contingent désignataire'],
    ['Contingent', 'Contingent réservataire'],
  ])('de « %s » et « %s », le second est lu et le premier nommé', (premier, second) => {
    const { reconnues, ignorees } = rapprocher(DEMANDES, ['numero_unique', premier, second], 'demandes.csv')
    expect(reconnues.reservataire).toBe(second)
    expect(ignorees).toEqual([premier])
  })

  it.each(['NIR', 'N° NIR', 'Numéro de sécurité sociale', 'N° Sécu', 'Commentaire libre', 'Loyer mensuel'])(
    '« %s » est écarté',
    (t) => {
      expect(estEcartee(t)).toBe(true)
    },
  )

  it.each(['Date à venir', 'Nom', 'Numéro unique'])('« %s » ne l’est pas', (t) => {
    expect(estEcartee(t)).toBe(false)
  })

  it('un enregistrement d’intitulés tient sur plusieurs lignes, sous des lignes de titre', () => {
    const connus = new Set(['NUMEROUNIQUE', 'DATEENREGISTREMENT', 'STATUT'])
    const texte = 'Extraction du 1er\n\n"Numéro\nunique";"Date\nd\'enregistrement";statut\n1;2;3\n'
    const compter = (cellules: readonly string[]) => compterConnus(cellules, (t) => connus.has(normaliserIntitule(t)))
    expect(trouverEntete(texte, compter)).toMatchObject({
      lignes: 5,
      separateur: ';',
      intitules: ['Numéro\nunique', "Date\nd'enregistrement", 'statut'],
    })
  })
})

describe('des intitulés que personne ne connaît', () => {
  it.each([
    ['la première ligne de mots différents', 'NUD;Etat;Saisie\n0131026;V;01/10/2026\n', 1],
    ['celle qui en a le plus, sous un titre', 'Extraction\n\nNUD;Etat;Saisie le;Ville\n1;V;01/10/2026;Aix\n', 3],
    ['celle qui précède ses pareilles', 'NUD;Etat;Saisie\nabc;def;ghi\n', 1],
  ])('se supposent : %s', (_titre, texte, lignes) => {
    expect(trouverEntete(texte, compterSupposes)?.lignes).toBe(lignes)
  })

  it.each([
    ['deux seulement', 'NUD;Etat\n1;2\n'],
    ['deux fois le même', 'NUD;Etat;Etat\n1;2;3\n'],
    ['des nombres et des dates', '0131026;V;01/10/2026\n0131027;V;02/10/2026\n'],
    ['rien', ''],
  ])('ne se supposent pas de %s', (_titre, texte) => {
    expect(trouverEntete(texte, compterSupposes)).toBeNull()
  })
})

describe('les libellés des formulaires', () => {
  it.each(colonnes.filter(({ codes }) => codes !== undefined))('de $nom mènent à ses codes', ({ nom, codes = [] }) => {
    expect([...libellesDe(nom).values()].filter((code) => !codes.includes(code))).toEqual([])
  })

  it('« Doublon » n’est pas un motif de la liste : seul un profil dit s’il vaut une suppression', () => {
    expect(libellesDe('motif_radiation').get('DOUBLON')).toBeUndefined()
  })

  it('ceux des réservataires sont laissés aux profils', () => {
    expect(libellesDe('reservataire').size).toBe(0)
  })
})

describe('un numéro unique', () => {
  it.each([
    ['013102600000199999', '013102600000199999'],
    ['13102600000199999', '013102600000199999'],
    ['02a102600000199999', '02A102600000199999'],
    ['3102600000199999', null],
    ['013132600000199999', null],
  ])('« %s » se lit %s', (texte, attendu) => {
    expect(lireNumero(texte)).toBe(attendu)
  })
})

describe('un profil', () => {
  it.each([
    ['une clé mal écrite', { colones: {} }, /« colones »/],
    ['une colonne inconnue', { colonnes: { numero: [] } }, /« numero »/],
    ['un code inconnu', { valeurs: { statut: { x: 'ACTIF' } } }, /« statut », « x » : le code « ACTIF » n’existe pas/],
    ['un oui pour un code', { valeurs: { statut: { x: 'OUI' } } }, /« OUI »/],
  ])('est refusé pour %s, qu’il nomme', (_, profil, phrase) => {
    expect(() => lireProfil(JSON.stringify(profil), 'essai.json')).toThrow(phrase)
  })

  it('mène à un code, à oui ou non, ou à rien', () => {
    const profil = { valeurs: { dalo: { x: 'OUI' }, statut: { y: 'ACTIVE' }, nb_personnes: { z: '' } } }
    expect(lireProfil(JSON.stringify(profil), 'essai.json')).toEqual(profil)
  })
})

describe('l’UTF-8 par séquences', () => {
  const lire = (octets: readonly number[], taille: number) => {
    const { lire: bloc, comptes } = lecteurUtf8()
    const morceaux: Buffer[] = []
    for (let i = 0; i < octets.length; i += taille)
      morceaux.push(bloc(Buffer.from(octets.slice(i, i + taille)), i + taille >= octets.length))
    return { texte: Buffer.concat(morceaux).toString('utf8'), ...comptes() }
  }

  it.each([
    ['un octet de Windows-1252', [0x41, 0xf4, 0x42], 'AôB', 0, 1],
    ['un euro de Windows-1252', [0x80], '€', 0, 1],
    ['une séquence de trois octets', [0xe2, 0x82, 0xac], '€', 1, 0],
    ['une séquence coupée à la fin', [0xe2, 0x82], 'â‚', 0, 2],
    ['une forme trop longue', [0xc0, 0xaf], 'À¯', 0, 2],
  ])('%s', (_, octets, texte, sequences, repris) => {
    for (const taille of [1, 2, 100]) expect(lire(octets, taille)).toEqual({ texte, sequences, repris })
  })
})
