package org.selfstab.vocabulary;

import java.util.stream.Collectors;

/**
 * Text as a stranger wrote it: a title, a source, a statement in words. Whoever shows it shows its visible form, in which nothing moves the cursor, breaks a
 * line, turns the direction of writing or hides; so a title cannot forge a verdict. Only formats with an escape of their own, as JSON, take the exact text.
 *
 * @param exact the text as it was written
 */
public record FreeText(String exact) {

    /** No text. */
    public static final FreeText NONE = new FreeText("");

    /** The visible form. */
    @Override
    public String toString() {
        return visible(exact);
    }

    /** The visible form of text of several lines, which are kept. */
    public String paragraph() {
        return visibleLines(exact);
    }

    /** A text on one line, with {@code \n}, {@code \t}, <code>&#92;u001b</code> or <code>&#92;u{e0041}</code> for whatever does not show. */
    public static String visible(String text) {
        if (isVisible(text)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .forEach(point -> visible.append(isInvisible(point) ? escape(point) : Character.toString(point)));
        return visible.toString();
    }

    /** Every message passes here. Of a pair of surrogates both are looked at alone, and only later as one character. */
    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isInvisible(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A text whose lines are kept, each otherwise as {@link #visible}. */
    public static String visibleLines(String text) {
        return text.replace("\r\n", "\n")
                .codePoints()
                .mapToObj(point -> point == '\n' ? "\n" : visible(Character.toString(point)))
                .collect(Collectors.joining());
    }

    /**
     * Whether a code point is a control, a format character (a bidirectional mark, or of no width), a separator of lines or paragraphs, or half of a
     * surrogate pair.
     */
    public static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String escape(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Digits.LOCALE, point > 0xffff ? "\\u{%x}" : "\\u%04x", point);
        };
    }
}
