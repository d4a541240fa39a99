package org.selfstab.expression.syntax;

/**
 * Something accepted that a reader of the expression should know.
 *
 * @param offset the number of characters before the place
 * @param message one line
 */
public record SyntaxWarning(int offset, String message) {}
