/** Texts to expressions, with the place of every error, and expressions to LaTeX. */
package org.selfstab.expression.syntax;
