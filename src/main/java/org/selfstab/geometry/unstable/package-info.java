/** Several unstable eigenvalues, theory.md section 11: the geometry of their eigenspace, the stable set and its nearest point. Double precision. */
package org.selfstab.geometry.unstable;
