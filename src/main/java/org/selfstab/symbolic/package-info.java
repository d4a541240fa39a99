/** Parsing, differentiation, Taylor expansion and LaTeX of expressions; the only package that knows Symja. */
package org.selfstab.symbolic;
