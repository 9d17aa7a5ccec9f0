import { expect, it } from 'vitest'
import { anonymiserPairs, type Portee } from '../../../server/acces/portee.ts'
