/** Computer algebra: derivatives, closed forms, Taylor terms and identities; the only package that knows Symja. */
package org.selfstab.symbolic;
