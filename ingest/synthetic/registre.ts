import { deNom } from '../socle/francais/phrase.ts'
import type { Alea } from './alea.ts'
import { NOMS_BAILLEURS, sirenInvente } from './bailleurs.ts'
import type { Calendrier } from './calendrier.ts'
import { type Categorie, GESTIONNAIRE, type Guichet, PORTAIL } from './guichet.ts'
import { partsAttributions, partsParRang } from './parts.ts'
import type { Commune, Territoire } from './territoire.ts'

const NB_COMMUNES = 50
/** Landlords that also have an agency, by rank; the agency of the second one closes on the way. */
const AGENCES = [0, 1, 2, 4]
const AGENCE_FERMEE = 1
const MOIS_DEPUIS_FERMETURE = 14
const MANDANTS = 3

/** A guichet before its shares are known; `attrait` ranks it by activity, 0 for one that registers nothing. */
interface Ebauche {
  readonly code: string
  readonly libelle: string
  readonly categorie: Categorie
  readonly service?: { readonly code: string; readonly libelle: string }
  readonly siren: string
  readonly mode: Guichet['mode']
  readonly siege: Commune
  readonly attrait: number
  readonly attributions?: number
  readonly ferme?: true
  readonly mandants?: string
}

const ebauchesBailleurs = (communes: readonly Commune[], alea: Alea): Ebauche[] => {
  const parts = partsAttributions(NOMS_BAILLEURS.length)
  return NOMS_BAILLEURS.flatMap((nom, i) => {
    const numero = String(i + 1).padStart(2, '0')
    const principal: Ebauche = {
      code: `B${numero}A1`,
      libelle: nom,
      categorie: 'BAILLEUR',
      siren: sirenInvente(alea),
      mode: i % 5 === 3 ? 'DIRECT' : 'PRIVATIF',
      siege: communes[i % Math.min(6, communes.length)] as Commune,
      attrait: 100 / (i + 1) ** 0.8,
      attributions: (parts[i] as number) * (AGENCES.includes(i) ? 0.8 : 1),
    }
    if (!AGENCES.includes(i)) return [principal]
    const agence: Ebauche = {
      ...principal,
      code: `B${numero}A2`,
      libelle: `${nom}, agence 2`,
      service: { code: principal.code, libelle: nom },
      attrait: principal.attrait * 0.15,
      attributions: (parts[i] as number) * 0.2,
      ...(i === AGENCE_FERMEE ? { ferme: true } : {}),
    }
    return [principal, agence]
  })
}

const ebauchesPubliques = ({ communes, intercommunalites }: Territoire, alea: Alea): Ebauche[] => {
  const [chefLieu] = communes as readonly [Commune, ...Commune[]]
  const mairies = communes.slice(0, NB_COMMUNES)
  const mandants = communes.length > 20 ? mairies.slice(-MANDANTS) : []
  const corps = (code: string, libelle: string, categorie: Categorie, attrait: number): Ebauche => ({
    code,
    libelle,
    categorie,
    siren: sirenInvente(alea),
    mode: categorie === 'ACTION_LOGEMENT' ? 'PRIVATIF' : 'DIRECT',
    siege: chefLieu,
    attrait,
  })
  return [
    ...mairies.map(
      (c): Ebauche => ({
        code: c.code,
        libelle: `Mairie ${deNom(c.nom)}`,
        categorie: 'COMMUNE',
        siren: c.siren,
        mode: 'DIRECT',
        siege: c,
        attrait: mandants.includes(c) ? 0 : 75 * (c.population / chefLieu.population) ** 0.55,
      }),
    ),
    ...intercommunalites.map(
      (e, i): Ebauche => ({
        ...corps(`EPCI${i + 1}`.slice(0, 5), e.nom, 'EPCI', 20 * (e.population / chefLieu.population) ** 0.5),
        code: i < 9 ? `EPCI${i + 1}` : `EPC${i + 1}`,
        siren: e.siren,
        siege: e.siege,
        ...(i === 0 && mandants.length > 0 ? { mandants: mandants.map((m) => m.code).join(' ') } : {}),
      }),
    ),
    corps('ACTL1', 'Action Logement, siège', 'ACTION_LOGEMENT', 88),
    corps('ACTL2', 'Action Logement, agence 2', 'ACTION_LOGEMENT', 9),
    corps('ETAT1', 'Préfecture, bureau du logement', 'ETAT', 24),
    corps('ETAT2', 'Direction départementale de l’emploi et des solidarités', 'ETAT', 11),
    corps('DEPT1', 'Conseil départemental', 'DEPARTEMENT', 13),
    corps('SIAO1', 'Service intégré d’accueil et d’orientation', 'SIAO', 12),
    { ...corps(PORTAIL, 'Portail grand public', 'PORTAIL', 0), mode: 'PORTAIL' },
    corps(GESTIONNAIRE, 'Gestionnaire territorial', 'GESTIONNAIRE', 0),
  ]
}

/** The register: from the most active guichet to the least, then those that register nothing themselves. */
export const creerRegistre = (territoire: Territoire, calendrier: Calendrier, fin: number, alea: Alea): Guichet[] => {
  const ebauches = [...ebauchesBailleurs(territoire.communes, alea), ...ebauchesPubliques(territoire, alea)].sort(
    (a, b) => b.attrait - a.attrait,
  )
  const parts = partsParRang(ebauches.filter((e) => e.attrait > 0).length)
  const ouverture = calendrier.jour(2011, 1, 1)
  const rangDe = (code: string) => ebauches.findIndex((e) => e.code === code)
  return ebauches.map((e, rang) => ({
    code: e.code,
    libelle: e.libelle,
    categorie: e.categorie,
    service: e.service?.code ?? e.code,
    serviceLibelle: e.service?.libelle ?? e.libelle,
    siren: e.siren,
    mode: e.mode,
    ouverture,
    fermeture: e.ferme ? calendrier.plusMois(fin, -MOIS_DEPUIS_FERMETURE) : 0,
    successeur: e.ferme && e.service ? rangDe(e.service.code) : -1,
    mandants: e.mandants ?? '',
    codePostal: e.siege.codesPostaux[0] ?? '',
    commune: e.siege.nom,
    part: e.attrait > 0 ? (parts[rang] as number) : 0,
    partAttributions: e.attributions ?? 0,
  }))
}
