import { NOMS_BAILLEURS, sirenInvente } from './bailleurs.ts'
import { type Categorie, GESTIONNAIRE, type Guichet, PORTAIL } from './guichet.ts'
import type { Hasard } from './hasard.ts'
import type { Commune, Territoire } from './territoire.ts'

const NB_BAILLEURS = 24
const NB_COMMUNES = 50
/** Agencies of the landlords that have several guichets, by rank. */
const AGENCES: Readonly<Record<number, number>> = { 0: 2, 1: 1, 3: 2, 6: 1 }
const PRIVATIFS = [0, 1, 2, 4, 5, 7, 9, 12]
/** What the ten most active guichets do of all that is not done online. */
const PART_DES_DIX = 0.7

type Ebauche = Omit<Guichet, 'part'> & { readonly attrait: number }

const bailleurs = (communes: readonly Commune[], hasard: Hasard): Ebauche[] =>
  NOMS_BAILLEURS.slice(0, NB_BAILLEURS).flatMap((nom, i) => {
    const siren = sirenInvente(hasard)
    const service = `B${String(i + 1).padStart(2, '0')}A1`
    const agences = AGENCES[i] ?? 0
    const siege = communes[i % Math.min(6, communes.length)] as Commune
    return Array.from({ length: agences + 1 }, (_, a) => ({
      code: `${service.slice(0, 4)}${a + 1}`,
      libelle: a === 0 ? nom : `${nom}, agence ${a + 1}`,
      categorie: 'BAILLEUR' as const,
      service,
      serviceLibelle: nom,
      siren,
      mode: PRIVATIFS.includes(i) ? ('PRIVATIF' as const) : ('DIRECT' as const),
      codePostal: siege.codesPostaux[0] ?? '',
      commune: siege.nom,
      successeur: '',
      attrait: (60 / (i + 1) ** 0.8) * (a === 0 ? 1 : 0.2),
      partAttributions: ((i + 2) ** -0.7 * (a === 0 ? 1 : 0.3)) / (1 + 0.3 * agences),
    }))
  })

/** `nombre` communes without replacement, the more populous the likelier (Efraimidis and Spirakis 2006). */
const drawCommunes = (communes: readonly Commune[], nombre: number, hasard: Hasard): Commune[] =>
  communes
    .map((commune) => ({ commune, cle: hasard.attente(1) / commune.population }))
    .sort((a, b) => a.cle - b.cle)
    .slice(0, nombre)
    .map(({ commune }) => commune)

const mairie = (nom: string): string =>
  `Mairie de ${nom}`.replace(/ de Le /, ' du ').replace(/ de Les /, ' des ').replace(/ de ([AEÉIOU])/, ' d’$1')

const publics = ({ communes, intercommunalites }: Territoire, hasard: Hasard): Ebauche[] => {
  const chefLieu = communes[0] as Commune
  const corps = (code: string, libelle: string, categorie: Categorie, attrait: number): Ebauche => ({
    code,
    libelle,
    categorie,
    service: code,
    serviceLibelle: libelle,
    siren: sirenInvente(hasard),
    mode: categorie === 'PORTAIL' ? 'PORTAIL' : 'DIRECT',
    codePostal: chefLieu.codesPostaux[0] ?? '',
    commune: chefLieu.nom,
    successeur: '',
    attrait,
    partAttributions: 0,
  })
  const local = (e: Ebauche, { nom, codesPostaux }: Commune, siren: string): Ebauche => ({
    ...e,
    siren,
    commune: nom,
    codePostal: codesPostaux[0] ?? '',
  })
  return [
    ...drawCommunes(communes, NB_COMMUNES, hasard).map((c) =>
      local(corps(c.code, mairie(c.nom), 'COMMUNE', 45 * (c.population / chefLieu.population) ** 0.5), c, c.siren),
    ),
    ...intercommunalites
      .slice(0, 9)
      .map((e, i) =>
        local(corps(`EPCI${i + 1}`, e.nom, 'EPCI', 15 * (e.population / chefLieu.population) ** 0.5), e.siege, e.siren),
      ),
    corps('ACTL1', 'Action Logement, siège', 'ACTION_LOGEMENT', 30),
    corps('ACTL2', 'Action Logement, agence', 'ACTION_LOGEMENT', 4),
    corps('ETAT1', 'Préfecture, bureau du logement', 'ETAT', 6),
    corps('ETAT2', 'Direction départementale de l’emploi et des solidarités', 'ETAT', 3),
    corps('DEPT1', 'Conseil départemental', 'DEPARTEMENT', 4),
    corps('SIAO1', 'Service intégré d’accueil et d’orientation', 'SIAO', 4),
    corps(PORTAIL, 'Portail grand public', 'PORTAIL', 0),
    corps(GESTIONNAIRE, 'Gestionnaire territorial', 'GESTIONNAIRE', 0),
    { ...corps('SIAO0', 'Ancien SIAO (fermé)', 'SIAO', 0), successeur: 'SIAO1' },
  ]
}

/** Heavy-tailed shares: the first ten together make `PART_DES_DIX`. */
const partDuRang = (rang: number, actifs: number): number => {
  const poids = (i: number) => (i < 10 ? (i + 4) ** -0.8 : (i - 5) ** -1.1)
  const somme = (de: number, a: number) => Array.from({ length: Math.max(0, a - de) }, (_, i) => poids(de + i)).reduce((s, p) => s + p, 0)
  return rang < 10 ? (PART_DES_DIX * poids(rang)) / somme(0, 10) : ((1 - PART_DES_DIX) * poids(rang)) / somme(10, actifs)
}

/** The register: from the most active guichet to the least, then those that register nothing themselves. */
export const createRegistre = (territoire: Territoire, hasard: Hasard): Guichet[] => {
  const ebauches = [...bailleurs(territoire.communes, hasard), ...publics(territoire, hasard)].sort(
    (a, b) => b.attrait - a.attrait || (a.code < b.code ? -1 : 1),
  )
  const actifs = ebauches.filter((e) => e.attrait > 0).length
  return ebauches.map(({ attrait, ...guichet }, rang) => ({
    ...guichet,
    part: attrait > 0 ? partDuRang(rang, actifs) : 0,
  }))
}
