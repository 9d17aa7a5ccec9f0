import type { Alea } from './alea.ts'
import { AUCUN_JOUR } from './calendrier.ts'
import type { Demande } from './demande.ts'
import { ATTESTATION, VALIDITE } from './durees.ts'
import { type Monde, pratiqueDe } from './monde.ts'
import { saisirDossier, verifierDossier } from './saisie.ts'
import { tirer } from './tirage.ts'
import { ACTES, ajouterActe, type Vie } from './vie.ts'

/** Deposits that nobody dated. */
const SANS_DEPOT = 0.008

/** Registers a demande: deposit, certificate, proof of identity, file, as the guichet does them. */
export const inscrire = (demande: Demande, vie: Vie, monde: Monde, alea: Alea): void => {
  const { calendrier } = monde
  const { enregistrement } = demande
  const pratique = pratiqueDe(monde, demande.guichet, enregistrement)
  saisirDossier(demande, alea, pratique)
  demande.rfrConnu = alea.nombre() >= pratique.rfrAbsent
  verifierDossier(demande, alea, pratique.incoherences, true)

  const depot = enregistrement - tirer(pratique.delaiEnregistrement.tirage, alea)
  const date =
    demande.incoherence === 'C01'
      ? enregistrement + 1 + alea.entier(20)
      : alea.nombre() < SANS_DEPOT
        ? AUCUN_JOUR
        : depot
  demande.depot = date
  certifier(
    demande,
    vie,
    alea,
    calendrier.plusMois(date === AUCUN_JOUR ? enregistrement : date, ATTESTATION),
    pratique.attestationsManquees,
  )
  demande.piece = alea.nombre() < pratique.piecesAbsentes ? AUCUN_JOUR : enregistrement
  demande.echeance = calendrier.plusMois(enregistrement, VALIDITE)
}

/** Issues the certificate: by the limit, after it, or never. One registered past the limit is late whatever is done. */
const certifier = (demande: Demande, vie: Vie, alea: Alea, limite: number, manquees: number): void => {
  const { enregistrement } = demande
  const manquee = alea.nombre() < manquees
  const u = alea.nombre()
  if (!manquee) {
    const jour = enregistrement + (u < 0.88 ? 0 : 1 + alea.entier(3))
    delivrer(demande, vie, enregistrement <= limite ? Math.min(jour, limite) : jour)
  } else if (u >= 0.45) delivrer(demande, vie, Math.max(limite, enregistrement) + 1 + alea.entier(45))
}

const delivrer = (demande: Demande, vie: Vie, jour: number): void => {
  if (jour === demande.enregistrement) demande.attestation = jour
  else if (jour < vie.fin) ajouterActe(vie, jour, ACTES.attestation, -1)
}
