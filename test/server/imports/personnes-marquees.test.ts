import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ouvrirBase } from '../../base.ts'
import { CARTE, GUICHETS } from '../../ingest/instantane.ts'
import { enCsv } from '../../ingest/tableau.ts'
import { adresse, creerApplication } from '../aide.ts'
import { agir, deposer } from './depots.ts'

/** A household that no log, journal or answer may tell of. */
const MARQUES = {
  nom: 'Zwykowski',
  prenom: 'Wenceslas',
  naissance: '12/02/1984',
  telephone: '0611223344',
  courriel: 'wenceslas@exemple.fr',
  nir: '284021305512345',
  commentaire: 'battue par son mari',
  loyer: '987,65',
}
const MOTS = Object.values(MARQUES).filter((mot) => mot !== MARQUES.naissance)

const ENTETE = [
  'numero_unique',
  'statut',
  'date_enregistrement',
  'nom',
  'prenom',
  'date_naissance',
  'telephone',
  'courriel',
  'NIR',
  'Observations',
  'Loyer',
  'situation_familiale',
]

const { nom, prenom, naissance, telephone, courriel, nir, commentaire, loyer } = MARQUES
const personne = [nom, prenom, naissance, telephone, courriel, nir, commentaire, loyer, 'MARIE']
const numero = (rang: number) => `0131026${String(rang).padStart(6, '0')}AAAAA`
const bonne = (rang: number) => [numero(rang), 'ACTIVE', '05/10/2026', ...personne].join(';')

/** A file of good rows but one, which is what an office may send. */
const avec = (mauvaise: string, entete = ENTETE.join(';')): string =>
  [entete, ...[1, 2, 3].map(bonne), mauvaise, ...[5, 6, 7].map(bonne), ''].join('\r\n')

const FICHIERS: readonly (readonly [quoi: string, octets: string | Buffer])[] = [
  ['un guillemet jamais fermé', avec(`${numero(4)};ACTIVE;05/10/2026;"${personne.join(';')}`)],
  [
    'du texte après un guillemet fermé',
    avec(`${numero(4)};ACTIVE;05/10/2026;"${nom}"x;${personne.slice(1).join(';')}`),
  ],
  ['un CR seul et un octet d’un autre encodage', Buffer.from(avec(`${bonne(4)}\ré;${nom};${nir}`), 'latin1')],
  ['une colonne de trop', avec(`${bonne(4)};${nir};${nom}`)],
  ['deux colonnes de moins, tout décalé', avec([numero(4), ...personne].join(';'))],
  ['un nom à la place du numéro', avec([nom, 'ACTIVE', '05/10/2026', ...personne].join(';'))],
  ['un NIR à la place du numéro', avec([nir, 'ACTIVE', '05/10/2026', ...personne].join(';'))],
  ['un commentaire à la place d’une date', avec([numero(4), 'ACTIVE', commentaire, ...personne].join(';'))],
  ['un nom dans la date de naissance', avec(bonne(4).replace(naissance, `${nom} 1984`))],
  ['un nom dans une colonne de codes', avec(bonne(4).replace('MARIE', nom))],
  ['un NIR dans une colonne de codes', avec(bonne(4).replace('MARIE', nir))],
  ['deux fois le même numéro', avec(bonne(3))],
  ['pas de ligne d’intitulés', avec(bonne(4), bonne(9))],
  ['un intitulé qui manque', avec(bonne(4), ENTETE.join(';').replace('statut', 'etat_du_dossier'))],
  ['des numéros arrondis', avec(`1,30926E+17;ACTIVE;05/10/2026;${personne.join(';')}`)],
  ['une ligne démesurée', avec(`${numero(4)};ACTIVE;05/10/2026;${nom.repeat(150_000)}`)],
  ['de l’UTF-16 coupé au milieu d’un caractère', Buffer.from(`\ufeff${avec(bonne(4))}`, 'utf16le').subarray(0, -101)],
  ['des octets nuls', avec(bonne(4).replace(prenom, `${prenom}\0\0`))],
]

/** All that is told of a deposit, from its sending to the list of refusals; and its rejects, which its sender alone may have. */
const toutDire = async (octets: string | Buffer): Promise<{ readonly dit: string; readonly rejets: string }> => {
  const { base } = await ouvrirBase()
  const { app, journal, etat } = await creerApplication(base)
  const { chemin, page } = await deposer(app, {
    'instantane.json': JSON.stringify(CARTE),
    'guichets.csv': enCsv(GUICHETS),
    'demandes.csv': typeof octets === 'string' ? octets : new Uint8Array(octets),
  })
  const charge = await agir(app, chemin, 'charger')
  const passe = await agir(app, chemin, 'charger', { outre: '1', motif: 'essai' })
  const imports = await (await app.request(adresse('/imports'))).text()
  const audit = JSON.stringify(await etat.selectFrom('journal').selectAll().execute())
  const rejets = readdirSync(base.dossier.rejets)
    .filter((fichier) => fichier.endsWith('.csv'))
    .map((fichier) => readFileSync(join(base.dossier.rejets, fichier), 'utf8'))
    .join('\n')
  return { dit: [page, charge.page, passe.page, imports, audit, ...journal].join('\n'), rejets }
}

const marquesDe = (texte: string): string[] => MOTS.filter((mot) => texte.toLowerCase().includes(mot.toLowerCase()))

describe('une personne d’un fichier mal fait', () => {
  it.each(FICHIERS)('n’est dite nulle part : %s', async (_quoi, octets) => {
    const { dit, rejets } = await toutDire(octets)
    expect(dit).toContain('demandes.csv')
    expect([marquesDe(dit), marquesDe(rejets)]).toEqual([[], []])
  })

  it('n’est redite que dans les rejets, à qui l’a envoyée, quand son nom tient la place d’un statut', async () => {
    const { dit, rejets } = await toutDire(avec([numero(4), nom, '05/10/2026', ...personne].join(';')))
    expect(marquesDe(dit)).toEqual([])
    expect(marquesDe(rejets)).toEqual([nom])
  })
})
