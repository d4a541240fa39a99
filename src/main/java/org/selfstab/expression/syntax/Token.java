package org.selfstab.expression.syntax;

/**
 * A piece of an expression's text.
 *
 * @param kind its kind
 * @param text its characters; none of {@link Kind#INVALID}
 * @param offset the number of characters before it
 */
record Token(Kind kind, String text, int offset) {

    enum Kind {
        NUMBER,
        NAME,
        /** Letters between quotation marks, which stand for a function. */
        STRING,
        /** One of {@code + - * / ^ ( ) [ ] ,}. */
        MARK,
        /** Characters that begin no token; the parser reports them when it comes there. */
        INVALID,
        END
    }

    boolean isMark(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    /** Whether an operand can begin with this token, other than by a sign. */
    boolean beginsOperand() {
        return kind == Kind.NUMBER || kind == Kind.NAME || isMark("(");
    }

    int end() {
        return offset + text.length();
    }
}
