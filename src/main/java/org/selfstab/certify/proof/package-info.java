/** What was proved, as a certificate writes it down: zeros of equations, sets of points, a witness of eigenvalues. */
package org.selfstab.certify.proof;
