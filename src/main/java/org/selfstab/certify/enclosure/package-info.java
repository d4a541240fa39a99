/** What proofs are made of: Krawczyk's test, Lohner sets, a loss and its geometry over boxes, norms. */
package org.selfstab.certify.enclosure;
