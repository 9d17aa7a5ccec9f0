import type { Alea } from '../alea.ts'
import type { Atelier } from '../atelier.ts'
import type { Demande } from '../demande.ts'
import { tirerModification } from '../monde.ts'
import { ACTES, ajouterActe } from '../vie.ts'
import { jourDInscription, tirerSeparation } from './separations.ts'

/** Of those who leave a couple, how many keep the seniority of the demande that they shared. */
const PART_REPRISES = 0.85

/** A couple may part: one of them will register later, the other's file says so. */
export const prevoirSeparation = (atelier: Atelier, { numero, enregistrement, depot, identite }: Demande): void => {
  const { alea, monde, vie, dernier, separes } = atelier
  if (identite.conjointNom === '') return
  const jour = tirerSeparation(alea, enregistrement, Math.min(vie.fin, dernier))
  if (jour === 0) return
  ajouterActe(vie, jour, ACTES.separation, tirerModification(monde, alea, jour))
  const pret = jourDInscription(alea, jour)
  separes.ajouter({ numero, pret, depot: depot || enregistrement, fin: vie.fin, identite: { ...identite } })
}

/** Continues the deposit of the demande that a couple had, as the law allows. */
export const reprendreAnciennete = (demande: Demande, depot: number, alea: Alea): void => {
  demande.situation.familiale = 'SEPARE'
  demande.situation.motif = 'SEPARATION'
  if (demande.incoherence === 'C01' || alea.nombre() >= PART_REPRISES) return
  demande.depot = depot
  demande.reprise = true
}
