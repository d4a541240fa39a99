package org.selfstab.problem.toml;

/** A TOML string in its file, to find where one of its characters is written. */
final class QuotedString {

    private final String text;
    private final int content;
    private final boolean hasEscapes;

    /**
     * Finds the string's first character.
     *
     * @param text the file
     * @param begin where the opening quotes are
     */
    QuotedString(String text, int begin) {
        this.text = text;
        this.hasEscapes = text.startsWith("\"", begin);
        boolean multiLine = text.startsWith("\"\"\"", begin) || text.startsWith("'''", begin);
        this.content = multiLine ? afterLineEnd(begin + 3) : begin + 1;
    }

    /** The line end right after the opening quotes is not part of the string. */
    private int afterLineEnd(int offset) {
        if (text.startsWith("\r\n", offset)) {
            return offset + 2;
        }
        return text.startsWith("\n", offset) ? offset + 1 : offset;
    }

    /** The file's offset of the string's character at an index, or -1 if an escape comes before it. */
    int offsetOf(String value, int index) {
        int offset = content;
        for (int i = 0; i < index; i++) {
            if (startsEscape(offset)) {
                return -1;
            }
            offset += value.charAt(i) == '\n' && text.startsWith("\r\n", offset) ? 2 : 1;
        }
        return startsEscape(offset) ? -1 : offset;
    }

    private boolean startsEscape(int offset) {
        return offset >= text.length() || (hasEscapes && text.charAt(offset) == '\\');
    }
}
