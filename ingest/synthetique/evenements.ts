import { plusMois } from './calendrier.ts'
import { CALIBRAGE } from './calibrage.ts'
import { drawManque, drawRegle } from './defauts.ts'
import type { Demande } from './demande.ts'
import type { Guichet } from './guichet.ts'
import type { Hasard } from './hasard.ts'
import { drawLogement } from './logement.ts'
import { drawFiscal, drawNom, type Menage, type Menages, ressourcesDe, typologieDe } from './menage.ts'
import type { Pratique } from './pratiques.ts'
import type { Evenement } from './vie.ts'

export interface Acteurs {
  readonly registre: readonly Guichet[]
  readonly pratiques: readonly Pratique[]
  readonly menages: Menages
  readonly hasard: Hasard
}

/** Half of the renewals bring the household's situation up to date. */
const actualise = (menage: Menage, hasard: Hasard): void => {
  if (!hasard.arrive(0.55)) return
  menage.ressources = ressourcesDe(menage.professionnelle, hasard)
  menage.fiscal = drawFiscal(menage.ressources, menage.fiscal < 0 ? 0.5 : 0.1, hasard)
  if (hasard.arrive(0.1)) {
    menage.personnes = Math.min(8, menage.personnes + 1)
    menage.typologie = typologieDe(menage.personnes, hasard)
  }
}

const modifie = (menage: Menage, { menages, hasard }: Acteurs): void => {
  const x = hasard.nombre()
  if (x < CALIBRAGE.changementsDeNom) {
    const nom = drawNom(hasard)
    menage.demandeur = { ...menage.demandeur, nom, nomNaissance: nom }
  } else if (x < 0.4) menage.telephone = `06${String(hasard.entier(100_000_000)).padStart(8, '0')}`
  else if (x < 0.7) menage.commune = menages.drawCommune(hasard).code
  else menage.ressources = ressourcesDe(menage.professionnelle, hasard)
}

/** Changes a demande as the event of its life says. What an act leaves wrong is drawn at the rate of the guichet that does it. */
export const applyEvenement = (d: Demande, e: Evenement, acteurs: Acteurs): void => {
  const { registre, pratiques, menages, hasard } = acteurs
  if (e.genre === 'PREAVIS') d.preavis = e.jour
  else if (e.genre === 'ATTESTATION') d.attestation = e.jour
  else {
    const { code, siren } = registre[e.guichet] as Guichet
    const p = pratiques[e.guichet] as Pratique
    if (e.genre === 'RADIATION') {
      Object.assign(d, { radiation: e.effet, saisieRadiation: e.jour, guichetRadiation: code, motifRadiation: e.motif })
      if (e.motif === 'ATTRIBUTION') d.logement = drawLogement(d.menage, siren, p, menages.drawCommune(hasard).code, hasard)
    } else if (e.genre === 'RENOUVELLEMENT') {
      Object.assign(d, { renouvellement: e.jour, guichetRenouvellement: code, echeance: plusMois(e.jour, 12), preavis: 0 })
      Object.assign(d, { radiation: 0, saisieRadiation: 0, guichetRadiation: '', motifRadiation: '' })
      actualise(d.menage, hasard)
      d.manque = drawManque(p, hasard)
      d.regle = drawRegle(p, d.manque, 'SUITE', hasard)
    } else {
      Object.assign(d, { modification: e.jour, guichetModification: code })
      modifie(d.menage, acteurs)
      d.regle = drawRegle(p, d.manque, 'SUITE', hasard)
    }
  }
}
