/**
 * What is found, as data: of one run the constants of the theory's claims (theory.md section 7), what doubles are worth beside them, and what is decided of
 * its conditions and conclusions; of families their members, constants held against bounds and the orders of errors in epsilon; of a run beside the reduced
 * equation and beside the central flow how far they are apart (theory.md sections 5 and 6); of an oscillation its slow drift (section 18); of the optimizer
 * alone what is measured along it, where its iterates end, how that changes with a parameter, and which step sizes bring it to the edge; of stochastic
 * gradients their edges of stability and where they settle (section 15); of a point its closed form beside numbers; of a problem any quantity by its name.
 * What computes it are the packages below, and {@code noise}.
 */
package org.selfstab.claims;
